import type { MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { menuTemplate } from '#main/menu.ts';
import { wordsOf } from '#main/words.ts';

const { app } = vi.hoisted(() => ({ app: { isPackaged: true } }));
vi.mock('electron', () => ({ app, Menu: {} }));

const commands = [
  ...['workspace.new', 'workspace.open', 'import.files', 'import.paste', 'bundle.import'],
  ...['project.import', 'project.export', 'geodata.import', 'geodata.export', 'map.picture'],
  ...['edit.undo', 'edit.redo', 'search.everywhere', 'search.article'],
  ...[
    'screen.library',
    'screen.read',
    'screen.map',
    'screen.timeline',
    'screen.analysis',
    'screen.brief',
    'screen.codebook',
  ],
  ...['view.palette', 'view.larger', 'view.smaller', 'view.normal', 'view.shortcuts', 'help.about'],
];

const chosen: string[] = [];
const items = (language: 'en' | 'fr'): MenuItemConstructorOptions[] =>
  menuTemplate(wordsOf(language), (command) => chosen.push(command)).flatMap(
    ({ submenu }) => submenu as MenuItemConstructorOptions[],
  );

beforeEach(() => {
  chosen.length = 0;
  app.isPackaged = true;
});

describe('the menu', () => {
  it('sends a command for every item of ours', () => {
    const ours = items('en').filter(({ click }) => click !== undefined);
    for (const { click } of ours) (click as () => void)();

    expect(ours.map(({ id }) => id)).toEqual(commands);
    expect(chosen).toEqual(commands);
  });

  it('leaves every key of ours to the window', () => {
    for (const { accelerator, registerAccelerator } of items('en')) {
      if (accelerator !== undefined) expect(registerAccelerator).toBe(false);
    }
  });

  it('has tools for developers only while it is not packaged', () => {
    const roles = () => items('en').map(({ role }) => role);
    expect(roles()).not.toContain('toggleDevTools');
    expect(roles()).not.toContain('reload');
    app.isPackaged = false;
    expect(roles()).toContain('toggleDevTools');
  });

  it('speaks French throughout', () => {
    const labels = (language: 'en' | 'fr') => items(language).map(({ label }) => label);
    const same = labels('fr').filter((label, index) => label && label === labels('en')[index]);

    expect(labels('fr')).toContain('Bibliothèque');
    expect(same).toEqual([]);
  });
});
