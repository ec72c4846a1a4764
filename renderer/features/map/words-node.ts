/** A node of its own for a name: nothing of it is ever read as markup. */
export function wordsNode(text: string): HTMLElement {
  const node = document.createElement('span');
  node.textContent = text;
  return node;
}
