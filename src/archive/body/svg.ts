/** Opening tags of an XML text; `>` may stand in a quoted value. */
const TAG = /<[A-Za-z_][^\s/>]*(?:"[^"]*"|'[^']*'|[^"'<>])*>/g;
const ATTRIBUTE = /([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ACTIVE = /<(?:[\w.-]+:)?(script|foreignObject|handler|listener|iframe|object|embed|audio|video|canvas)\b/i;
const HARMLESS_ADDRESS = /^(?:#|data:(?:image\/(?:png|jpeg|gif|webp)|font\/|application\/(?:x-)?font))/i;

/**
 * Why an SVG is not safe to publish; undefined if it is. It is read as text, strictly: what a reader of XML could be made to
 * see in another way (entities, other encodings) is refused, and so is all that runs or that loads from elsewhere.
 */
export function svgFault(text: string): string | undefined {
  if (!/<(?:[\w.-]+:)?svg\b/i.test(text)) return 'it holds no <svg>';
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) return 'it declares entities';
  if (/<\?xml-stylesheet/i.test(text)) return 'it loads a stylesheet';
  const encoding = /<\?xml[^>]*encoding\s*=\s*["']([^"']*)/i.exec(text)?.[1];
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) return `its encoding is ${encoding}, not UTF-8`;
  const active = ACTIVE.exec(text)?.[1];
  if (active !== undefined) return `it holds <${active}>`;
  for (const [tag] of text.matchAll(TAG)) {
    for (const [, name = '', double, single] of tag.matchAll(ATTRIBUTE)) {
      const fault = attributeFault(name, decodeNumbers(double ?? single ?? '').trim());
      if (fault !== undefined) return fault;
    }
  }
  return styleFault(text);
}

function attributeFault(name: string, value: string): string | undefined {
  const local = name.toLowerCase().replace(/^.*:/, '');
  if (/^on[a-z]/.test(local)) return `it holds the event handler \`${name}\``;
  if ((local === 'href' || local === 'src') && !HARMLESS_ADDRESS.test(value)) return `it refers to ${sample(value)}`;
  if (local === 'attributename' && /^(?:on|(?:.*:)?href$)/i.test(value)) return `it changes \`${value}\` as it runs`;
  return styleFault(value) ?? (local === 'style' && value.includes('\\') ? 'its styles hold escapes' : undefined);
}

function styleFault(text: string): string | undefined {
  if (/@import/i.test(text)) return 'its styles import others';
  for (const [, css = ''] of text.matchAll(/<style\b[^>]*>([^<]*)/gi)) {
    if (/\\|&#/.test(css)) return 'its styles hold escapes';
  }
  for (const [, to = ''] of text.matchAll(/url\(\s*(?:&quot;|["'])?\s*([^)"'\s]*)/gi)) {
    if (!HARMLESS_ADDRESS.test(to)) return `its styles refer to ${sample(to)}`;
  }
  return undefined;
}

function decodeNumbers(value: string): string {
  return value.replace(/&#(x?)([0-9a-f]+);?/gi, (_, hex: string, digits: string) => {
    const code = Number.parseInt(digits, hex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function sample(text: string): string {
  return `\`${text.slice(0, 60)}\``;
}
