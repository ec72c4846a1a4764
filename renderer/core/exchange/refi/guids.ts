import { type Id, idFrom } from '#core/ids.ts';
import type { RefiLosses } from './losses.ts';
import type { XmlElement } from './parse-xml.ts';

/** Gives each thing of a file its id, and sees to it that no two have the same. */
export type Guids = {
  /** The id of the thing that `element` makes; `name` is what it is called if its GUID is taken or absent. */
  claim<Kind extends string>(element: XmlElement, name: string): Id<Kind>;
};

/** Ids for one kind of thing: GUIDs may come in either case and in braces, stand for nothing valid, or come twice. */
export function createGuids(losses: RefiLosses): Guids {
  const taken = new Set<string>();
  return {
    claim<Kind extends string>(element: XmlElement, name: string): Id<Kind> {
      const guid = guidOf(element);
      let id = idFrom<Kind>(guid === '' ? `${element.name} ${name}` : guid);
      if (guid !== '' && taken.has(id)) losses.add('guid-repeated', name);
      for (let number = 2; taken.has(id); number++)
        id = idFrom<Kind>(`${element.name} ${guid} ${name} ${number}`);
      taken.add(id);
      return id;
    },
  };
}

/** The GUID of an element as the file writes it; empty when there is none. */
export function guidOf(element: XmlElement): string {
  return element.attributes.get('guid')?.trim() ?? '';
}

/** What a reference points to; codebooks name the attribute otherwise than projects. `null`: to nothing. */
export function targetOf<Kind extends string>(element: XmlElement): Id<Kind> | null {
  return referenceOf<Kind>(element, 'targetGUID') ?? referenceOf<Kind>(element, 'guid');
}

/** The id under an attribute that holds a GUID; `null` when there is none. */
export function referenceOf<Kind extends string>(element: XmlElement, attribute: string): Id<Kind> | null {
  const guid = element.attributes.get(attribute)?.trim() ?? '';
  return guid === '' ? null : idFrom<Kind>(guid);
}

/** The children with this name. */
export function childrenOf(element: XmlElement | null, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first child with this name; `null` when there is none. */
export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  return element?.children.find((child) => child.name === name) ?? null;
}
