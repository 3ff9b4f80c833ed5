import { describe, expect, test } from 'vitest';
import { COMPONENTS } from './components.ts';
import { compile, faults, shown } from './trial.ts';

const hintOf = (text: string): string | undefined => compile(text).problems[0]?.hint;

test('every component and attribute says what it is for', () => {
  for (const { doc, attributes } of Object.values(COMPONENTS)) {
    for (const words of [doc, ...Object.values(attributes).map((attribute) => attribute.doc)]) {
      expect(words).toMatch(/^[A-Z].*[.?")]$/);
    }
  }
});

test('facts are placed by components without attributes or content', () => {
  const { body, problems } = compile('<Timeline />\n\n<CauseChain />\n\n<WentWell />');
  expect(problems).toEqual([]);
  expect(body.components).toEqual(['Timeline', 'CauseChain', 'WentWell']);
  expect(body.nodes.filter((node) => node.type === 'component')).toEqual([
    { type: 'component', name: 'Timeline', props: { field: 'timeline' }, children: [] },
    { type: 'component', name: 'CauseChain', props: {}, children: [] },
    { type: 'component', name: 'WentWell', props: { field: 'wentWell' }, children: [] },
  ]);
});

test('a fact that stands in the text already is worth a hint', () => {
  expect(faults('<Impact />\n\n<Impact />')).toEqual(['(3:1 component-content)']);
  expect(faults('## Timeline\n\n- 15:30 a\n\n<Timeline />')).toEqual(['(5:1 component-content)']);
});

describe('what is wrong with a component', () => {
  test.each([
    ['<Timelin />', '1:1 unknown-component', 'the nearest is `<Timeline>`'],
    ['<Zebra />', '1:1 unknown-component', 'if it is text, write `&lt;Zebra>`'],
    ['<Chart.Bar />', '1:1 unknown-component', 'text'],
    ['<>a</>', '1:1 unknown-component', 'take'],
    ['<Callout titel="a">b</Callout>', '1:10 component-attribute', '`title`'],
    ['<Callout kind="warn">b</Callout>', '1:10 component-attribute', '`warning`'],
    ['<Callout title>b</Callout>', '1:10 component-attribute', 'title="…"'],
    ['<Timeline zone="UTC" />', '1:11 component-attribute', 'take it out'],
    ['<FiveWhys><Why>b</Why></FiveWhys>', '1:11 component-attribute', 'question="…"'],
    ['<Timeline>words</Timeline>', '1:11 component-content', '<Timeline />'],
    ['<FiveWhys>\n\nwords\n\n</FiveWhys>', '3:1 component-content', '`<Why>`'],
    ['<Why question="a">b</Why>', '1:1 component-content', '`<FiveWhys>`'],
    ['words <Timeline /> words', '1:7 component-content', 'line of its own'],
    ['# A <Timeline />', '1:5 component-content', 'line of its own'],
  ])('%s', (text, fault, hint) => {
    expect(faults(text)).toEqual([fault]);
    expect(hintOf(text)).toContain(hint);
  });

  test('each attribute is reported at its own place', () => {
    const text = '> <Callout\n>   kind="x"\n>   other="y">\n> a\n> </Callout>';
    expect(faults(text)).toEqual(['2:5 component-attribute', '3:5 component-attribute']);
  });
});

describe('content of components', () => {
  test('Markdown and HTML stand in a callout, as a tree around pictures alone', () => {
    const { body } = compile('<Callout kind="tip" title="Try">\n\n**a** [b](c.md)\n\n- d\n\n</Callout>');
    expect(body.nodes).toEqual([
      {
        type: 'component',
        name: 'Callout',
        props: { kind: 'tip', title: 'Try' },
        children: [{ type: 'html', html: '<p><strong>a</strong> <a href="/kb/c.md">b</a></p><ul>\n<li>d</li>\n</ul>' }],
      },
    ]);
  });

  test('words on the line of the tag become a paragraph', () => {
    expect(shown('<Callout>a *b*</Callout>')).toBe('<Callout><p>a <em>b</em></p></Callout>');
  });

  test('five whys', () => {
    const text =
      '<FiveWhys>\n<Why question="Why A?">Because B.</Why>\n<Why question="Why B?">\n\nBecause C.\n\n</Why>\n</FiveWhys>';
    expect(faults(text)).toEqual([]);
    expect(shown(text)).toBe(
      '<FiveWhys><Why question="Why A?"><p>Because B.</p></Why><Why question="Why B?"><p>Because C.</p></Why></FiveWhys>',
    );
  });

  test('components stand in lists, in tables and in each other', () => {
    const text =
      '- a\n\n  <Callout>b</Callout>\n\n| c |\n|---|\n| <Signals /> |\n\n<Callout>\n\n<Impact />\n\n</Callout>';
    expect(faults(text)).toEqual([]);
    expect(shown(text)).toContain('<td><Signals></Signals></td>');
    expect(compile(text).body.components).toEqual(['Callout', 'Signals', 'Impact']);
  });
});
