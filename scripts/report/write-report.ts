import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemble, difference, type SectionText, sectionOf } from './document';
import type { Section, SectionContext } from './section';
import type { ReportSettings } from './settings';

const FILE = 'results.md';

const INTRODUCTION = `# Results

This page and its charts are written by \`npm run report\`; no figure on it was typed by hand (those of other authors are
marked as published). \`npm run report -- --check\` measures everything anew and compares. What the protocols ask and what the
fields mean: [evaluate.md](evaluate.md). How rivals were tuned: [baselines.md](baselines.md).

Intervals are 95 %: the paired bootstrap over users, 2,000 resamples. A ratio or difference whose interval holds 1 or 0 is no
difference. Figures are the same wherever the same engine (that of Node and Chromium) runs them. \`hybrid\` is the model that the
app uses; \`wnn\` learns from films' facts alone. Tail nDCG@10 gives a film the gain 1 / sqrt(1 + its likes among training users);
fame share is the share of the lists' films that are among the 50 most liked, so less is better there.`;

/** The document and its charts, ready to be written. */
interface Report {
  document: string;
  charts: Record<string, string>;
  /** Names of the sections that were made anew; charts of these only. */
  made: string[];
}

/**
 * Makes the sections asked for and writes them, or, where it is only to be checked, compares them with what is there.
 * @returns what differs, a block a file; empty where nothing does, and always where it was written.
 */
export async function writeReport(
  sections: readonly Section[],
  { only, check, out }: Pick<ReportSettings, 'only' | 'check' | 'out'>,
  context: SectionContext,
): Promise<string[]> {
  const path = join(out, FILE);
  const images = join(out, 'images');
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const report = await makeReport(sections, only, before ?? '', context);
  const chartsBefore = existsSync(images)
    ? readdirSync(images).filter((file) => report.made.some((name) => file.startsWith(`results-${name}-`)))
    : [];
  if (check) {
    const gone = chartsBefore.filter((file) => !(file in report.charts));
    return [
      difference(FILE, before, report.document),
      ...Object.entries(report.charts).map(([file, chart]) => {
        const place = join(images, file);
        return difference(`images/${file}`, existsSync(place) ? readFileSync(place, 'utf8') : null, chart);
      }),
      ...gone.map((file) => `images/${file} belongs to no chart.`),
    ].filter((found) => found !== null);
  }
  mkdirSync(images, { recursive: true });
  for (const file of chartsBefore) rmSync(join(images, file));
  for (const [file, chart] of Object.entries(report.charts)) writeFileSync(join(images, file), chart);
  writeFileSync(path, report.document);
  return [];
}

async function makeReport(
  sections: readonly Section[],
  only: readonly string[] | undefined,
  before: string,
  context: SectionContext,
): Promise<Report> {
  const texts: SectionText[] = [];
  const report: Report = { document: '', charts: {}, made: [] };
  for (const section of sections) {
    const { name, title } = section;
    if (only && !only.includes(name)) {
      const text = sectionOf(before, name);
      // A section that was never written stays away until it is asked for.
      if (text !== null) texts.push({ name, title, text });
      continue;
    }
    const { text, charts } = await section.write(context);
    texts.push({ name, title, text });
    Object.assign(report.charts, charts);
    report.made.push(name);
  }
  report.document = assemble(INTRODUCTION, texts);
  return report;
}
