import type { Command } from './command.ts';
import { writeEditorFiles, writeYamlSchemas } from './editor-files.ts';
import { readSettings } from './options.ts';

/** `cairn editor`: what an editor helps by. `npm ci` calls it, `cairn new` and the site's commands keep it fresh. */
export const editor: Command = {
  usage: 'editor',
  about: [
    'Writes what an editor completes, explains and checks the front matter in content/ by: schemas, and the list of the files.',
    'npm ci does it, and cairn new, dev and build keep it fresh; call it after files came by another way.',
    'Exit code: 0; 1 where it could not be written.',
  ].join('\n'),
  options: {},
  run,
};

async function run(): Promise<number> {
  try {
    const { contentDir } = readSettings({});
    writeEditorFiles(contentDir);
    writeYamlSchemas();
    return 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`cairn: the help for editors was not written: ${reason}\n`);
    return 1;
  }
}
