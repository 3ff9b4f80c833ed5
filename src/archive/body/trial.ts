import type { BodyNode } from '../../model/record.ts';
import { codeFigure } from './code.ts';
import { type BodyContext, type CompiledBody, compileBody } from './compile.ts';

/** Compiles a text as tests need it: it starts on line 1 of a file in a folder that need not exist. */
export function compile(text: string, format: 'mdx' | 'md' = 'mdx', context: Partial<BodyContext> = {}): CompiledBody {
  return compileBody(
    { file: `postmortems/a.${format}`, path: `/nowhere/content/postmortems/a.${format}`, format, text, line: 1 },
    { ...CONTEXT, ...context },
  );
}

/** An archive in which `dead.md` does not exist, `hidden.md` is left out, and every other link leads below `/kb/`. */
export const CONTEXT: BodyContext = {
  lists: true,
  code: codeFigure,
  link: (href) => {
    if (href.startsWith('dead')) return { problem: { rule: 'dead-link', message: `${href} leads to no file` } };
    return href.startsWith('hidden') ? { absent: true } : { href: `/kb/${href}` };
  },
};

/** What is wrong with a text, as `line:column rule`, hints in brackets. */
export function faults(text: string, format: 'mdx' | 'md' = 'mdx', context: Partial<BodyContext> = {}): string[] {
  return compile(text, format, context).problems.map(({ position, rule, severity }) => {
    const fault = `${position?.line}:${position?.column} ${rule}`;
    return severity === 'hint' ? `(${fault})` : fault;
  });
}

/** A compiled text as one string of HTML, white space between blocks taken out; components and pictures stand as tags. */
export function shown(text: string, format: 'mdx' | 'md' = 'mdx', context: Partial<BodyContext> = {}): string {
  return print(compile(text, format, context).body.nodes)
    .replace(/>\n+</g, '><')
    .trim();
}

function print(nodes: readonly BodyNode[]): string {
  const attributes = (values: Record<string, string | true>): string =>
    Object.entries(values)
      .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${value}"`))
      .join('');
  return nodes
    .map((node) => {
      if (node.type === 'html') return node.html;
      if (node.type === 'picture') {
        const { type: _, ...picture } = node;
        return `<Picture${attributes(picture)}>`;
      }
      const [name, values] = node.type === 'element' ? [node.tag, node.attributes] : [node.name, node.props];
      return `<${name}${attributes(values)}>${print(node.children)}</${name}>`;
    })
    .join('');
}
