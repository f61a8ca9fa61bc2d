// @ts-check
/** Draws growth: lines on logarithmic axes, as SVG that is read on a light page and on a dark one. */
import { scaleLog } from 'd3-scale';
import { line } from 'd3-shape';

/** @typedef {{ size: number, parse: number, rules: number }} Point */
/** @typedef {{ title: string, points: readonly Point[] }} Panel */

const WIDTH = 360;
const HEIGHT = 300;
const MARGIN = { top: 36, right: 70, bottom: 28, left: 56 };

const SERIES = [
  { name: 'parsing', className: 'parse', value: (/** @type {Point} */ { parse }) => parse },
  { name: 'all rules', className: 'rules', value: (/** @type {Point} */ { rules }) => rules },
];

const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #1f2328; }
  .title { font-weight: 600; }
  .grid { stroke: #1f232826; }
  path { fill: none; stroke-width: 2; }
  .parse { stroke: #6e7781; fill: #6e7781; }
  .rules { stroke: #cf222e; fill: #cf222e; }
  path.parse, path.rules { fill: none; }
  text.parse, text.rules { stroke: none; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .grid { stroke: #e6edf333; }
    .parse { stroke: #9198a1; fill: #9198a1; }
    .rules { stroke: #ff7b72; fill: #ff7b72; }
  }
`;

/** @param {readonly Panel[]} panels */
export function plot(panels) {
  const width = WIDTH * panels.length;
  const times = panels.flatMap(({ points }) =>
    points.flatMap((point) => SERIES.map(({ value }) => value(point))),
  );
  const y = scaleLog()
    .domain([Math.min(...times), Math.max(...times)])
    .range([HEIGHT - MARGIN.bottom, MARGIN.top])
    .nice();
  const drawn = panels.map(
    (panel, index) => `<g transform="translate(${WIDTH * index} 0)">${draw(panel, y)}</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" role="img" aria-label="Time over size, both axes logarithmic">
<style>${STYLE}</style>
${drawn.join('\n')}
</svg>
`;
}

/**
 * @param {Panel} panel
 * @param {import('d3-scale').ScaleLogarithmic<number, number>} y
 */
function draw({ title, points }, y) {
  const sizes = points.map(({ size }) => size);
  const left = MARGIN.left;
  const right = WIDTH - MARGIN.right;
  const x = scaleLog()
    .domain([Math.min(...sizes), Math.max(...sizes)])
    .range([left, right]);
  const powers = y.ticks().filter((tick) => Number.isInteger(Math.log10(tick)));
  const rows = powers.map((tick) => {
    const at = y(tick).toFixed(1);
    return `<line class="grid" x1="${left}" x2="${right}" y1="${at}" y2="${at}"/>${text(left - 8, Number(at) + 4, duration(tick), 'end')}`;
  });
  const columns = sizes.map((size) => {
    return text(x(size), HEIGHT - 8, size.toLocaleString('en-US'), 'middle');
  });
  const curves = SERIES.map(({ name, className, value }) => {
    const path = line(
      (/** @type {Point} */ { size }) => x(size),
      (point) => y(value(point)),
    ).digits(1)([...points]);
    const last = points.at(-1);
    const end = last ? y(value(last)) + 4 : 0;
    const dots = points.map((point) => {
      const [cx, cy] = [x(point.size), y(value(point))];
      return `<circle class="${className}" cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="3"/>`;
    });
    return `<path class="${className}" d="${path}"/>${dots.join('')}${text(right + 8, end, name, 'start', className)}`;
  });
  return [text(left, 20, title, 'start', 'title'), ...rows, ...columns, ...curves].join('\n');
}

/** @param {number} time */
function duration(time) {
  return time < 1000 ? `${time} ms` : `${time / 1000} s`;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} content
 * @param {'start' | 'middle' | 'end'} anchor
 */
function text(x, y, content, anchor, className = 'label') {
  return `<text class="${className}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${content}</text>`;
}
