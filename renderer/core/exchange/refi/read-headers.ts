import type { ArticleId } from '#core/ids.ts';
import { childOf, childrenOf, referenceOf, targetOf } from './guids.ts';
import { type Header, readHeader } from './header-variables.ts';
import type { RefiLosses } from './losses.ts';
import type { XmlElement } from './parse-xml.ts';
import type { ReadSource } from './read-sources.ts';

type Value = { readonly name: string; readonly value: string };

/** The headers of the sources, in their order, from the variables set on them. */
export function readHeaders(root: XmlElement, sources: readonly ReadSource[], losses: RefiLosses): Header[] {
  const names = new Map(
    childrenOf(childOf(root, 'Variables'), 'Variable').map((variable) => [
      referenceOf(variable, 'guid') as string | null,
      variable.attributes.get('name') ?? '',
    ]),
  );
  const byCase = readCases(root, names);
  return sources.map(({ id, title, element }) => {
    const values = [...readValues(element, names), ...(byCase.get(id) ?? [])];
    const { header, rest } = readHeader(values);
    for (const { name, value } of rest) losses.add('variable', `${name}: ${value.slice(0, 60)} (${title})`);
    return header;
  });
}

function readValues(element: XmlElement, names: ReadonlyMap<string | null, string>): Value[] {
  return childrenOf(element, 'VariableValue').flatMap((one) => {
    const ref = childOf(one, 'VariableRef');
    const value = one.children.find(({ name }) => name.endsWith('Value'))?.text ?? '';
    const name = names.get(ref === null ? null : targetOf(ref)) ?? '';
    return value === '' ? [] : [{ name, value }];
  });
}

/** MAXQDA and Quirkos write the variables of a text as a case without a name that holds it. */
function readCases(
  root: XmlElement,
  names: ReadonlyMap<string | null, string>,
): ReadonlyMap<ArticleId, readonly Value[]> {
  const values = new Map<ArticleId, Value[]>();
  for (const one of childrenOf(childOf(root, 'Cases'), 'Case')) {
    if (one.attributes.get('name')) continue;
    for (const ref of childrenOf(one, 'SourceRef')) {
      const id = targetOf<'article'>(ref);
      if (id !== null) values.set(id, [...(values.get(id) ?? []), ...readValues(one, names)]);
    }
  }
  return values;
}
