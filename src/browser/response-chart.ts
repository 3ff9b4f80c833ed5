import {
  Chart,
  type ChartConfiguration,
  LinearScale,
  LogarithmicScale,
  type Plugin,
  PointElement,
  ScatterController,
  type ScatterDataPoint,
  Tooltip,
} from 'chart.js';
import type { ChartDot, ChartPeriod, ResponseChartData } from '../site/response-chart.ts';

Chart.register(ScatterController, PointElement, LinearScale, LogarithmicScale, Tooltip);

type Dot = ScatterDataPoint & ChartDot;

const COLOURS = [
  'ink',
  'ink-3',
  'paper',
  'chart-dot',
  'chart-few',
  'chart-band',
  'chart-median',
  'chart-grid',
] as const;
type Colours = Record<(typeof COLOURS)[number], string>;

/** A custom property keeps its `light-dark(…)`; only the colour of an element that uses it is the one in force. */
function coloursIn(figure: HTMLElement): Colours {
  const probe = figure.appendChild(document.createElement('span'));
  const found = Object.fromEntries(
    COLOURS.map((name) => {
      probe.className = `colour-${name}`;
      return [name, getComputedStyle(probe).color];
    }),
  ) as Colours;
  probe.remove();
  return found;
}

/** Draws each period's interval, its median across it, and the dots that join neighbouring medians. */
function summaries(periods: readonly ChartPeriod[], colours: Colours): Plugin {
  return {
    id: 'summaries',
    beforeDatasetsDraw({ ctx, scales: { x, y } }) {
      if (!x || !y) return;
      const edges = (index: number): [number, number] => [
        x.getPixelForValue(index + 0.06),
        x.getPixelForValue(index + 0.94),
      ];
      ctx.save();
      for (const [index, { summary }] of periods.entries()) {
        if (!summary) continue;
        const [left, right] = edges(index);
        const top = y.getPixelForValue(summary.high);
        ctx.fillStyle = colours['chart-band'];
        ctx.fillRect(left, top, right - left, Math.max(2, y.getPixelForValue(summary.low) - top));
      }
      ctx.strokeStyle = colours['chart-median'];
      for (const [index, { summary }] of periods.entries()) {
        if (!summary) continue;
        const [left, right] = edges(index);
        const height = y.getPixelForValue(summary.median);
        ctx.setLineDash([]);
        ctx.lineWidth = 2.5;
        ctx.beginPath();
        ctx.moveTo(left, height);
        ctx.lineTo(right, height);
        ctx.stroke();
        const next = periods[index + 1]?.summary;
        if (!next) continue;
        ctx.setLineDash([2, 3]);
        ctx.lineWidth = 1;
        ctx.beginPath();
        ctx.moveTo(right, height);
        ctx.lineTo(edges(index + 1)[0], y.getPixelForValue(next.median));
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}

function configuration({ periods, scale }: ResponseChartData, colours: Colours): ChartConfiguration<'scatter', Dot[]> {
  const dots = (wanted: (dot: ChartDot, period: ChartPeriod) => boolean): Dot[] =>
    periods.flatMap((period, index) =>
      period.dots
        .filter((dot) => wanted(dot, period))
        .map((dot) => ({ ...dot, x: index + dot.position, y: Math.max(dot.minutes, scale.from) })),
    );
  const dataset = (severe: boolean, few: boolean) => {
    const colour = few ? colours['chart-few'] : colours['chart-dot'];
    return {
      data: dots((dot, { summary }) => dot.severe === severe && (summary === undefined) === few),
      pointRadius: severe ? 4.5 : 4,
      pointHoverRadius: 6,
      pointHitRadius: 8,
      pointBackgroundColor: severe ? colour : colours.paper,
      pointBorderColor: severe ? colours.paper : colour,
      pointBorderWidth: severe ? 1 : 1.5,
    };
  };
  const font = { family: getComputedStyle(document.body).fontFamily, size: 12 };
  const label = new Map(scale.ticks.map(({ minutes, label }) => [minutes, label]));
  return {
    type: 'scatter',
    data: { datasets: [dataset(true, false), dataset(false, false), dataset(true, true), dataset(false, true)] },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: 8, right: 8 } },
      scales: {
        x: {
          type: 'linear',
          min: 0,
          max: periods.length,
          afterBuildTicks: (axis) => {
            axis.ticks = periods.map((_, index) => ({ value: index + 0.5 }));
          },
          grid: { display: false },
          border: { color: colours['ink-3'] },
          ticks: {
            color: colours['ink-3'],
            font,
            autoSkip: false,
            maxRotation: 0,
            callback: (_, index) => periods[index]?.labels ?? '',
          },
        },
        y: {
          type: 'logarithmic',
          min: scale.from,
          max: scale.to,
          afterBuildTicks: (axis) => {
            axis.ticks = scale.ticks.map(({ minutes }) => ({ value: minutes }));
          },
          grid: { color: colours['chart-grid'] },
          border: { display: false },
          ticks: { color: colours['ink-3'], font, callback: (value) => label.get(Number(value)) ?? '' },
        },
      },
      plugins: {
        tooltip: {
          displayColors: false,
          backgroundColor: colours.ink,
          titleColor: colours.paper,
          bodyColor: colours.paper,
          cornerRadius: 2,
          titleFont: { ...font, weight: 600 },
          bodyFont: font,
          callbacks: {
            title: (items) => (items[0]?.raw as Dot | undefined)?.title ?? '',
            label: (item) => (item.raw as Dot).said,
          },
        },
      },
      onClick: (_, elements, chart) => {
        const [hit] = elements;
        if (!hit) return;
        const dot = chart.data.datasets[hit.datasetIndex]?.data[hit.index] as Dot | undefined;
        if (dot) location.assign(dot.href);
      },
      onHover: (_, elements, chart) => {
        chart.canvas.classList.toggle('on-dot', elements.length > 0);
      },
    },
    plugins: [summaries(periods, colours)],
  };
}

/** Draws the chart of `figure` once it comes into sight, and again whenever the theme changes. */
function drawResponseChart(figure: HTMLElement): void {
  const canvas = figure.querySelector('canvas');
  const source = figure.querySelector('script[type="application/json"]');
  if (!canvas || !source?.textContent) return;
  const data: ResponseChartData = JSON.parse(source.textContent);
  // Without a script the table stands alone, and there is no empty frame above it.
  for (const hidden of figure.querySelectorAll<HTMLElement>('.canvas, .canvas-key')) hidden.hidden = false;
  let chart: Chart<'scatter', Dot[]> | undefined;
  const draw = (): void => {
    // New colours reach ticks and grid only in a new chart.
    chart?.destroy();
    chart = new Chart(canvas, configuration(data, coloursIn(figure)));
  };
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    draw();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
    new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  }).observe(figure);
}

for (const figure of document.querySelectorAll<HTMLElement>('[data-response-chart]')) drawResponseChart(figure);
