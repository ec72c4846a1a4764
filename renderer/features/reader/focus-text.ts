/** Give the keys to the text of the open article; nothing happens when none is shown. */
export function focusText(): void {
  document.querySelector<HTMLElement>('[data-article-text]')?.focus();
}
