/** A value on the picture: where on the x axis, and how much. */
export type Point = readonly [x: number, y: number];

/** A moment or a stretch that the picture names. `row` counts lines of text from the top of the plot. */
interface Mark {
  from: number;
  to?: number;
  label: string;
  row: number;
  /** On which side of it the words stand. */
  side?: 'left' | 'right';
}

/** A picture of quantities over time. */
export interface LinePicture {
  /** What it shows, for those who do not see it. */
  title: string;
  x: { from: number; to: number; ticks: readonly (readonly [at: number, label: string])[] };
  y: { from: number; to: number; log?: true; ticks: readonly (readonly [at: number, label: string])[] };
  lines: readonly { points: readonly Point[]; label: string; at: Point; secondary?: true }[];
  /** A level that nothing can go beyond. */
  limit?: { at: number; label: string };
  marks: readonly Mark[];
  /** Units, day and zone, below the axis. */
  note: string;
}

// Wide enough for a column of text, narrow enough that its words can be read on a phone.
const [WIDTH, HEIGHT] = [540, 350];
const PLOT = { left: 64, right: 522, top: 30, bottom: 282 };
const LINE_HEIGHT = 20;
// The picture brings its own paper, so that it reads alike in a light and in a dark page, and in print.
const [PAPER, INK, GREY, FAINT, SHADE, MAIN] = ['#f5f5f2', '#1a1c1e', '#62676c', '#dcdcd6', '#e4e4de', '#0b5670'];

/** Draws it as SVG: no script, no style, the same text for the same data. */
export function drawLines({ title, x, y, lines, limit, marks, note }: LinePicture): string {
  const across = (value: number): number => PLOT.left + ((value - x.from) / (x.to - x.from)) * (PLOT.right - PLOT.left);
  const level = (value: number): number => (y.log ? Math.log10(Math.max(value, y.from)) : value);
  const down = (value: number): number =>
    PLOT.bottom - ((level(value) - level(y.from)) / (level(y.to) - level(y.from))) * (PLOT.bottom - PLOT.top);
  const text = (at: number, height: number, words: string, fill: string, anchor = 'start'): string =>
    `<text x="${round(at)}" y="${round(height)}" fill="${fill}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escaped(words)}</text>`;
  const rule = (path: string, stroke: string, more = ''): string =>
    `<path d="${path}" fill="none" stroke="${stroke}"${more}/>`;

  const parts = [
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>`,
    ...marks.flatMap(({ from, to }) =>
      to === undefined
        ? []
        : `<rect x="${round(across(from))}" y="${PLOT.top}" width="${round(across(to) - across(from))}" height="${PLOT.bottom - PLOT.top}" fill="${SHADE}"/>`,
    ),
    ...y.ticks.map(([at]) => rule(`M${PLOT.left} ${round(down(at))}H${PLOT.right}`, FAINT)),
    ...y.ticks.map(([at, label]) => text(PLOT.left - 8, down(at) + 5, label, GREY, 'end')),
    ...x.ticks.map(([at]) => rule(`M${round(across(at))} ${PLOT.bottom}v6`, GREY)),
    ...x.ticks.map(([at, label]) => text(across(at), PLOT.bottom + 23, label, GREY, 'middle')),
    rule(`M${PLOT.left} ${PLOT.bottom}H${PLOT.right}`, INK),
    ...marks.flatMap(({ from, to }) =>
      to === undefined
        ? rule(`M${round(across(from))} ${PLOT.top}V${PLOT.bottom}`, GREY, ' stroke-dasharray="2 3"')
        : [],
    ),
    ...(limit ? [rule(`M${PLOT.left} ${round(down(limit.at))}H${PLOT.right}`, INK, ' stroke-dasharray="7 4"')] : []),
    ...lines.map(({ points, secondary }) =>
      rule(
        `M${points.map(([at, value]) => `${round(across(at))} ${round(down(value))}`).join('L')}`,
        secondary ? GREY : MAIN,
        ` stroke-width="${secondary ? 2 : 3}" stroke-linejoin="round"`,
      ),
    ),
    ...(limit ? [text(PLOT.left + 4, down(limit.at) - 7, limit.label, INK)] : []),
    ...lines.map(({ label, at, secondary }) => text(across(at[0]), down(at[1]), label, secondary ? GREY : MAIN)),
    ...marks.map(({ from, label, row, side = 'right' }) => {
      const at = across(from) + (side === 'right' ? 5 : -5);
      return text(at, PLOT.top + row * LINE_HEIGHT, label, INK, side === 'right' ? 'start' : 'end');
    }),
    text(PLOT.left, HEIGHT - 12, note, GREY),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="14">
  <title>${escaped(title)}</title>
  ${parts.join('\n  ')}
</svg>
`;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
