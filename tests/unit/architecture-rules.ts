import { blankComments, blankStrings } from './source-text.ts';

/** Something in the source that breaks a rule. */
export type Breach = {
  readonly file: string;
  readonly line: number;
  readonly what: string;
};

type Layer = {
  readonly folder: string;
  /** The layers of ours it may import, besides itself. */
  readonly layers: readonly string[];
  /** The packages it may import; `x/*` stands for all that begin with `x/`. */
  readonly packages: readonly string[];
};

const react = ['react', 'react-dom', 'react-dom/*', 'react-aria-components', 'lucide-react', '@lingui/*'];
const drawing = [...react, '@tanstack/react-virtual', 'react-resizable-panels', 'zustand', 'zustand/*'];
const rooms = ['core', 'shared', 'storage', 'workers', 'state', 'ui'];

/** Who may import whom. */
export const layers: Readonly<Record<string, Layer>> = {
  core: {
    folder: 'renderer/core/',
    layers: [],
    packages: [
      'uuid',
      'lunr',
      'lunr-languages/*',
      'linkedom',
      'linkedom/*',
      '@mozilla/readability',
      'eld',
      'eld/*',
      'chardet',
      'iconv-lite',
      'docx',
      'fflate',
      'zod',
      'geojson',
      'fast-xml-parser',
      'write-excel-file',
      'write-excel-file/*',
      '@e965/xlsx',
      'sql.js',
      'sql.js/*',
      'approx-string-match',
      'fast-diff',
      'pdfjs-dist/*',
      'mammoth',
      'mammoth/*',
      'postal-mime',
      'papaparse',
      'brotli/*',
      'fzstd',
      'mgrs',
      'pmtiles',
    ],
  },
  shared: { folder: 'electron/shared/', layers: ['core'], packages: [] },
  main: { folder: 'electron/main/', layers: ['shared', 'core'], packages: ['electron', 'node:*', 'zod'] },
  preload: { folder: 'electron/preload/', layers: ['shared', 'core'], packages: ['electron'] },
  storage: { folder: 'renderer/storage/', layers: ['core'], packages: ['dexie'] },
  workers: {
    folder: 'renderer/workers/',
    layers: ['core', 'storage'],
    packages: ['protomaps-leaflet'],
  },
  state: {
    folder: 'renderer/state/',
    layers: ['core', 'storage', 'shared', 'resources'],
    packages: ['react', 'zustand', 'zustand/*', 'dexie-react-hooks'],
  },
  ui: { folder: 'renderer/ui/', layers: ['core'], packages: drawing },
  features: {
    folder: 'renderer/features/',
    layers: [...rooms, 'resources'],
    packages: [
      ...drawing,
      'dexie-react-hooks',
      'leaflet',
      'leaflet/*',
      '@geoman-io/leaflet-geoman-free',
      'topojson-client',
      'geojson',
      'topojson-specification',
    ],
  },
  app: {
    folder: 'renderer/app/',
    layers: [...rooms, 'features', 'locales', 'resources'],
    packages: [...drawing, 'dexie-react-hooks'],
  },
};

/** The few places through which a dependency may come in. */
export const doors: Readonly<Record<string, readonly string[]>> = {
  electron: ['electron/main/', 'electron/preload/'],
  dexie: ['renderer/storage/'],
  'dexie-react-hooks': ['renderer/features/', 'renderer/state/', 'renderer/app/'],
  mgrs: ['renderer/core/geo/'],
  leaflet: ['renderer/features/map/'],
  '@geoman-io/leaflet-geoman-free': ['renderer/features/map/'],
  'topojson-client': ['renderer/features/map/'],
  'protomaps-leaflet': ['renderer/workers/'],
  pmtiles: ['renderer/core/layers/'],
  'topojson-specification': ['renderer/features/map/'],
  lunr: ['renderer/core/search/'],
  'lunr-languages': ['renderer/core/search/'],
  docx: ['renderer/core/brief/', 'renderer/core/exchange/'],
  fflate: ['renderer/core/exchange/', 'renderer/core/import/', 'renderer/core/layers/'],
  linkedom: ['renderer/core/import/'],
  '@mozilla/readability': ['renderer/core/import/'],
  eld: ['renderer/core/import/'],
  chardet: ['renderer/core/import/'],
  'iconv-lite': ['renderer/core/import/'],
  uuid: ['renderer/core/ids.ts'],
  'fast-xml-parser': ['renderer/core/exchange/', 'renderer/core/import/'],
  'write-excel-file': ['renderer/core/exchange/'],
  '@e965/xlsx': ['renderer/core/exchange/'],
  'sql.js': ['renderer/core/exchange/'],
  'approx-string-match': ['renderer/core/annotations/'],
  'fast-diff': ['renderer/core/text/'],
  'pdfjs-dist': ['renderer/core/import/formats/'],
  mammoth: ['renderer/core/import/formats/'],
  'postal-mime': ['renderer/core/import/'],
  papaparse: ['renderer/core/import/'],
  brotli: ['renderer/core/import/containers/'],
  fzstd: ['renderer/core/import/containers/'],
};

/** Modules of Node that talk to a network: nothing of ours may import them. */
const networkModules = /^node:(https?|http2|net|tls|dgram|dns)(\/|$)/;

/** Files that may read what the program itself serves under `app://`. */
const mayFetch = [
  'renderer/workers/',
  'renderer/features/map/',
  // The base of map figures.
  'renderer/features/brief/load-map-base.ts',
  'electron/main/serve-app.ts',
];

type WordRule = {
  readonly pattern: RegExp;
  readonly what: string;
  readonly appliesTo: (file: string) => boolean;
  /** Whether the words count inside quotes too (`element['innerHTML']`). */
  readonly inStrings?: boolean;
};

const everywhere = () => true;
const inCore = (file: string) => file.startsWith('renderer/core/') && file !== 'renderer/core/ids.ts';
const inWindow = (file: string) => file.startsWith('renderer/');

/** Words that may not stand in the source, comments apart. */
export const wordRules: readonly WordRule[] = [
  {
    pattern: /(?<![\w$.#]|function )fetch\s*\(|\b(?:window|self|globalThis|net)\.fetch\b/,
    what: 'fetch: only workers, the map and the server of app:// read files, and only our own',
    appliesTo: (file) => !mayFetch.some((path) => file.startsWith(path)),
  },
  {
    pattern: /\bfetch\s*\(\s*['"`](?!app:\/\/|\/(?!\/)|\.\/)/,
    what: 'fetch of something that is not app://',
    appliesTo: everywhere,
    inStrings: true,
  },
  {
    pattern:
      /\b(XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon|importScripts)\b/,
    what: 'network',
    appliesTo: everywhere,
  },
  { pattern: /\bnet\.(request|connect)\b/, what: 'network', appliesTo: everywhere },
  {
    pattern:
      /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|srcdoc|srcDoc)\b|\bdocument\.write/,
    what: 'markup made from text',
    appliesTo: inWindow,
    inStrings: true,
  },
  { pattern: /\beval\s*\(|\bnew Function\b/, what: 'code made from text', appliesTo: everywhere },
  {
    pattern:
      /\bDate\.now\b|\bnew Date\s*(\(\s*\)|(?!\s*\())|(?<!new )\bDate\s*\(|\bperformance\.(now|timeOrigin)\b/,
    what: 'clock: the time is passed in',
    appliesTo: inCore,
  },
  {
    pattern: /\bMath\.random\b|\bgetRandomValues\b|\brandomUUID\b/,
    what: 'chance: ids and numbers are passed in',
    appliesTo: inCore,
  },
  {
    pattern: /^\s*export\s+default\b|\bas\s+default\b/,
    what: 'default export',
    appliesTo: (file) => !/\.config\.ts$|\.d\.ts$/.test(file),
  },
];

/** Check one file of ours; `file` is its path from the top of the checkout. */
export function checkSource(file: string, source: string): Breach[] {
  const code = blankComments(source);
  const words = blankStrings(code);
  return [...checkImports(file, code, words), ...checkWords(file, code, words), ...checkName(file)];
}

function checkImports(file: string, code: string, words: string): Breach[] {
  return listImports(code, words).flatMap(({ line, target }) =>
    judgeImport(file, target).map((what) => ({ file, line, what: `${what}: '${target}'` })),
  );
}

/** What an import statement, re-export, `import()`, `require()` or `new URL(…, import.meta.url)` names. */
function listImports(code: string, words: string): { line: number; target: string }[] {
  const forms = [
    /\b(?:import|export)\b[^'"`;()]*?\bfrom\s*['"]([^'"\n]+)['"]/g,
    /\bimport\s*['"]([^'"\n]+)['"]/g,
    /\b(?:import|require|require\.resolve)\s*\(\s*['"`]([^'"`\n]+)['"`]/g,
    /\bnew URL\s*\(\s*['"`]([^'"`\n]+)['"`]\s*,\s*import\.meta\.url/g,
  ];
  return (
    forms
      .flatMap((form) => [...code.matchAll(form)])
      // The word stands in the code, not in quotes.
      .filter((match) => words[match.index] !== ' ')
      .map((match) => ({ line: lineAt(code, match.index + match[0].length), target: match[1] ?? '' }))
      .sort((a, b) => a.line - b.line)
  );
}

function judgeImport(file: string, target: string): string[] {
  const found: string[] = [];
  if (target.split('/').includes('..')) found.push('a path that climbs');
  const layer = Object.entries(layers).find(([, { folder }]) => file.startsWith(folder));
  if (layer === undefined) return found;
  const [name, rules] = layer;
  if (target.startsWith('.')) return found;
  if (target.startsWith('#')) return [...found, ...judgeOwn(file, name, rules, target)];
  if (networkModules.test(target)) found.push('network');
  if (!rules.packages.some((allowed) => matchesPackage(allowed, target)))
    found.push(`${name} may not import this package`);
  const door = doors[packageOf(target)];
  if (door !== undefined && !door.some((path) => file.startsWith(path)))
    found.push(`only ${door.join(', ')} may import this package`);
  return found;
}

function judgeOwn(file: string, name: string, rules: Layer, target: string): string[] {
  const [, layer = '', room = ''] = /^#(\w+)\/([^/]+)/.exec(target) ?? [];
  if (layer === 'features' && name === 'features') {
    const own = file.slice(rules.folder.length).split('/')[0];
    return own === room ? [] : ['a feature may not import another feature'];
  }
  return layer === name || rules.layers.includes(layer) ? [] : [`${name} may not import ${layer}`];
}

function matchesPackage(allowed: string, target: string): boolean {
  return allowed.endsWith('*') ? target.startsWith(allowed.slice(0, -1)) : target === allowed;
}

function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

function checkWords(file: string, code: string, words: string): Breach[] {
  if (!Object.values(layers).some(({ folder }) => file.startsWith(folder))) return [];
  return wordRules
    .filter(({ appliesTo }) => appliesTo(file))
    .flatMap(({ pattern, what, inStrings }) =>
      [...(inStrings ? code : words).matchAll(new RegExp(pattern, 'gm'))].map((match) => ({
        file,
        line: lineAt(code, match.index + match[0].length),
        what: `${what}: ${match[0].trim()}`,
      })),
    );
}

function checkName(file: string): Breach[] {
  if (!file.startsWith('renderer/') && !/^electron\/(main|preload|shared)\//.test(file)) return [];
  const vague = /(^|\/)(utils?|helpers?|common|services?|managers?)(\/|\.[jt]sx?$)/.exec(file);
  return vague === null ? [] : [{ file, line: 1, what: `a name that says nothing: ${vague[2]}` }];
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
