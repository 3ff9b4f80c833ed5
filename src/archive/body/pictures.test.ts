import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CompiledBody, compileBody } from './compile.ts';
import { svgFault } from './svg.ts';
import { CONTEXT } from './trial.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';
let root = '';
let folder = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'cairn-pictures-'));
  folder = join(root, 'content/postmortems/x');
  mkdirSync(join(folder, 'more'), { recursive: true });
  const files: Record<string, string | Buffer> = {
    'graph.png': PNG,
    'more/two words.png': PNG,
    '../shared.png': PNG,
    '../../../secret.png': PNG,
    'plan.svg': SVG,
    'evil.svg': '<svg><script>alert(1)</script></svg>',
    'fake.png': 'words',
    'pointer.png': 'version https://git-lfs.github.com/spec/v1\n',
    'log.txt': 'words',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  symlinkSync(join(root, 'secret.png'), join(folder, 'outside.png'));
});

afterAll(() => rmSync(root, { recursive: true }));

function compile(text: string, format: 'mdx' | 'md' = 'mdx'): CompiledBody {
  const file = `postmortems/x/index.${format}`;
  return compileBody({ file, path: join(root, 'content', file), format, text, line: 1 }, CONTEXT);
}

function faults(text: string, format: 'mdx' | 'md' = 'mdx'): string[] {
  return compile(text, format).problems.map(({ position, rule }) => `${position?.line}:${position?.column} ${rule}`);
}

describe.each(['mdx', 'md'] as const)('pictures in .%s', (format) => {
  test('of Markdown and HTML become nodes, with a tree around them alone', () => {
    const text =
      'a ![b](graph.png "c") d\n\ne *f* <img src="./more/two%20words.png" alt="g" width="5" />\n\n![h](../shared.png) ![i](plan.svg)';
    const { body, pictures, problems } = compile(text, format);
    expect(problems).toEqual([]);
    expect(pictures).toEqual(['./graph.png', './more/two words.png', '../shared.png', './plan.svg']);
    expect(body.nodes.filter((node) => node.type === 'element')).toEqual([
      {
        type: 'element',
        tag: 'p',
        attributes: {},
        children: [
          { type: 'html', html: 'a ' },
          { type: 'picture', src: './graph.png', alt: 'b', title: 'c' },
          { type: 'html', html: ' d' },
        ],
      },
      {
        type: 'element',
        tag: 'p',
        attributes: {},
        children: [
          { type: 'html', html: 'e <em>f</em> ' },
          { type: 'picture', src: './more/two words.png', alt: 'g' },
        ],
      },
      {
        type: 'element',
        tag: 'p',
        attributes: {},
        children: [
          { type: 'picture', src: '../shared.png', alt: 'h' },
          { type: 'html', html: ' ' },
          { type: 'picture', src: './plan.svg', alt: 'i' },
        ],
      },
    ]);
    expect(body.text).toContain('a b d');
  });

  test.each([
    ['a ![b](grap.png)', '1:3 picture-missing', '`./graph.png`'],
    ['![b](Graph.png)', '1:1 picture-missing', '`./graph.png`'],
    ['![b](more/two.png)', '1:1 picture-missing', '`more/two words.png`'],
    ['![b](nowhere/x.png)', '1:1 picture-missing', 'beside the file'],
    ['![b](/graph.png)', '1:1 picture-address', './'],
    ['![b](../../../secret.png)', '1:1 picture-address', 'beside the file'],
    ['![b](data:image/png;base64,AAAA)', '1:1 picture-address', 'beside'],
    ['![b](file:///etc/passwd)', '1:1 picture-address', 'beside'],
    ['![b]()', '1:1 picture-address', 'name a file'],
    ['![b](outside.png)', '1:1 picture-file', 'the file itself'],
    ['![b](fake.png)', '1:1 picture-file', 'save'],
    ['![b](pointer.png)', '1:1 picture-file', 'save'],
    ['![b](evil.svg)', '1:1 picture-file', 'PNG'],
    ['![b](log.txt)', '1:1 picture-file', ''],
    ['x <img src="gone.png" alt="a" />', '1:3 picture-missing', 'the nearest is'],
  ])('%s', (text, fault, hint) => {
    expect(faults(text, format)).toEqual([fault]);
    expect(compile(text, format).problems[0]?.hint ?? '').toContain(hint);
    expect(compile(text, format).pictures).toEqual([]);
  });

  test('one on another site becomes a link, with a hint', () => {
    const { body, problems } = compile('![a](https://x.y/z.png) ![](//x.y/w.png)', format);
    expect(problems.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'hint picture-elsewhere',
      'hint picture-elsewhere',
    ]);
    expect(body.nodes).toEqual([
      { type: 'html', html: '<p><a href="https://x.y/z.png">a</a> <a href="https://x.y/w.png">//x.y/w.png</a></p>' },
    ]);
  });

  test('in a link, one on another site becomes the words of that link', () => {
    expect(compile('[![a](https://x.y/z.png)](b.md)', format).body.nodes).toEqual([
      { type: 'html', html: '<p><a href="/kb/b.md">a</a></p>' },
    ]);
  });

  test('one without words is worth a hint', () => {
    expect(compile('a\n\n![](graph.png)', format).problems).toMatchObject([
      { severity: 'hint', rule: 'picture-alt', position: { line: 3, column: 1 } },
    ]);
  });

  test('of <picture> the <img> is shown', () => {
    const text = 'a <picture><source srcset="b.png" /><img src="graph.png" alt="c" /></picture>';
    expect(compile(text, format).problems).toMatchObject([{ severity: 'hint', position: { line: 1, column: 12 } }]);
    expect(compile(text, format).pictures).toEqual(['./graph.png']);
  });
});

describe('<Figure>', () => {
  test('is a picture with a caption', () => {
    const expected = [
      {
        type: 'element',
        tag: 'figure',
        attributes: { class: 'picture' },
        children: [
          { type: 'picture', src: './graph.png', alt: 'a' },
          { type: 'html', html: '<figcaption>b <em>c</em></figcaption>' },
        ],
      },
    ];
    expect(compile('<Figure src="graph.png" alt="a">b *c*</Figure>').body.nodes).toEqual(expected);
    expect(compile('<Figure src="./graph.png" alt="a">\n\nb *c*\n\n</Figure>').body.nodes).toEqual(expected);
    expect(compile('<Figure src="graph.png" alt="a" caption="d" />').body.text).toBe('a\nd');
  });

  test.each([
    ['<Figure alt="a" />', '1:1 component-attribute'],
    ['<Figure src="graph.png" />', '1:1 component-attribute'],
    ['<Figure src="graph.png" alt="" />', '1:25 component-attribute'],
    ['<Figure src="gone.png" alt="a" />', '1:9 picture-missing'],
    ['<Figure src="graph.png" alt="a" caption="b">c</Figure>', '1:33 component-content'],
  ])('%s', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });
});

describe('an SVG', () => {
  test.each([
    SVG,
    `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE svg PUBLIC "-//W3C" "x.dtd">${SVG}`,
    '<svg><style>.a{fill:url(#b)}</style><use href="#c"/><image xlink:href="data:image/png;base64,AA=="/></svg>',
    '<svg><text>once = 1, on top</text><path style="fill:url(&quot;#a&quot;)"/></svg>',
  ])('is safe: %s', (svg) => {
    expect(svgFault(svg)).toBeUndefined();
  });

  test.each([
    'no svg',
    '<svg><script/></svg>',
    '<svg xmlns:s="http://www.w3.org/2000/svg"><s:script>x</s:script></svg>',
    '<svg><foreignObject/></svg>',
    '<svg onload="x"/>',
    '<svg><a title=">" onclick="x"/></svg>',
    "<svg><a\nonclick = 'x'/></svg>",
    '<svg><a href="javascript:x"/></svg>',
    '<svg><a xlink:href="&#106;avascript:x"/></svg>',
    '<svg><use href="other.svg#a"/></svg>',
    '<svg><image href="https://x.y/z.png"/></svg>',
    '<svg><image href="data:image/svg+xml;base64,AA"/></svg>',
    '<svg><set attributeName="href" to="javascript:x"/></svg>',
    '<svg><style>@import "x"</style></svg>',
    '<svg><style>a{fill:url(https://x.y)}</style></svg>',
    '<svg><style>a{fill:\\75rl(x)}</style></svg>',
    '<svg><path style="fill:u&#114;l(https://x.y)"/></svg>',
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
    '<?xml-stylesheet href="x"?><svg/>',
    '<?xml version="1.0" encoding="utf-7"?><svg/>',
  ])('is not: %s', (svg) => {
    expect(svgFault(svg)).toEqual(expect.any(String));
  });
});
