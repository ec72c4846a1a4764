import { safeName } from '#core/exchange/safe-name.ts';

/** Gives files names that differ on every system, and that a link between double brackets can hold. */
export type VaultNames = {
  /** A name without its ending; `key` gets the same one every time. */
  name(key: string, wanted: string): string;
};

/** Names of one folder. */
export function createVaultNames(): VaultNames {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  return {
    name(key, wanted) {
      const known = given.get(key);
      if (known !== undefined) return known;
      // `#`, `^` and brackets end the name within a link.
      const plain = safeName(wanted.replace(/[#^[\]|]+/g, ' '));
      let free = plain;
      for (let number = 2; taken.has(free.toLowerCase()); number++)
        free = safeName(`${cut(plain)} (${number})`);
      taken.add(free.toLowerCase());
      given.set(key, free);
      return free;
    },
  };
}

/** Room for a number behind a name that fills what a file's name may hold. */
function cut(name: string): string {
  return [...name].slice(0, 25).join('').trim();
}

/** The tag at a path as Obsidian writes it: `attack/ambush`, of letters, digits, `-` and `_`, never of digits alone. */
export function vaultTag(names: readonly string[]): string {
  const parts = names.map(
    (name) => name.replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-').replace(/^-+|-+$/g, '') || '-',
  );
  const tag = parts.join('/');
  return /^[\p{N}/-]*$/u.test(tag) ? `_${tag}` : tag;
}
