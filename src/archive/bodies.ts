import { type BodyContext, type CompiledBody, compileBody } from './body/compile.ts';
import type { Entry } from './entry.ts';
import type { LinkResolver } from './links.ts';
import { NOT_SHOWN_IN_ADDRESS } from './mentions.ts';

/** Compiles the body of an entry, or `text` in its place. */
export type CompileEntry = (entry: Entry<unknown>, text?: string) => CompiledBody;

/** A compiler of bodies whose relative links lead where `resolve` says; without `code`, of bodies that are not shown. */
export function entryCompiler(resolve: LinkResolver, code: BodyContext['code']): CompileEntry {
  return ({ kind, file, path, format, body, bodyLine }, text = body) =>
    compileBody(
      { file, path, format: format === 'mdx' ? 'mdx' : 'md', text, line: bodyLine },
      {
        // A link whose address named what is not shown led there.
        link: (href) => (href.includes(NOT_SHOWN_IN_ADDRESS) ? { absent: true } : resolve(href, file)),
        lists: kind === 'postmortem',
        ...(code && { code }),
      },
    );
}
