import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type * as Axe from 'axe-core';

export interface Finding {
  page: string;
  width: number;
  rule: string;
  nodes: string[];
}

const NARROW = 320;
const WIDTHS = [NARROW, 1280] as const;
export const CLAIMS = '.cache/scanned';
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** References and identifiers in an address stand for any, so that a page is known by its kind. */
export const kindOf = (address: string): string => {
  const { pathname } = new URL(address);
  return pathname
    .replaceAll(/\/[2-9A-HJKMNP-Y]{4}-[2-9A-HJKMNP-Y]{4}(?=\/|$)/g, '/:reference')
    .replaceAll(/\/[\w-]{30,}(?=\/|$)/g, '/:token');
};

/**
 * Looks at what a browser shows, as it is: each state at 320 pixels for sideways scrolling, and each kind of page
 * with axe at both widths, again where it refuses, asks or shows what it did not before. The page's HTML is shown again in a browser
 * of the scanner's own, so that neither the width nor the scripts of the journey are disturbed.
 */
export class Scanner {
  readonly findings: Finding[] = [];
  readonly scanned = new Map<string, number>();
  readonly seen = new Set<string>();
  scans = 0;
  /** Milliseconds that scanning took. */
  spent = 0;
  private context: BrowserContext | undefined;
  private shown: Page | undefined;
  private readonly done = new Set<string>();
  private readonly elsewhere = new Set<string>();

  constructor(private readonly browser: Browser) {}

  /** Notes every page that the browser came to; each must have been scanned at the end. */
  watch(page: Page): void {
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && frame.url().startsWith('http')) this.seen.add(kindOf(frame.url()));
    });
  }

  async scan(page: Page): Promise<void> {
    const address = page.url();
    const html = await page.content();
    const kind = kindOf(address);
    // The same kind in the same state was scanned already: states differ in their headings, forms and messages.
    const state = `${kind} ${fingerprint(html)}`;
    this.scanned.set(kind, (this.scanned.get(kind) ?? 0) + 1);
    if (this.done.has(state) || this.elsewhere.has(state)) return;
    if (!claim(state)) return void this.elsewhere.add(state);
    this.done.add(state);
    const began = performance.now();
    const shown = await this.show(address, html);
    for (const width of WIDTHS)
      await this.look(kind, shown, width, claim(`${kind} ${outline(html)} ${width}`));
    this.spent += performance.now() - began;
  }

  private async look(kind: string, shown: Page, width: number, isNew: boolean): Promise<void> {
    if (width !== NARROW && !isNew) return;
    await shown.setViewportSize({ width, height: 900 });
    const sideways = await shown.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    if (sideways) this.findings.push({ page: kind, width, rule: 'scrolls sideways', nodes: [] });
    if (!isNew) return;
    this.scans += 1;
    for (const { rule, nodes } of await violationsOn(shown))
      this.findings.push({ page: kind, width, rule, nodes });
  }

  notScanned(): string[] {
    return [...this.seen].filter((kind) => !this.scanned.has(kind));
  }

  /** States that another journey of this run came to first, and scanned. */
  get scannedElsewhere(): number {
    return this.elsewhere.size;
  }

  async close(): Promise<void> {
    await this.context?.close();
  }

  /** One page of the same origin serves every scan: styles and fonts come from its cache. */
  private async show(address: string, html: string): Promise<Page> {
    const page = (this.shown ??= await this.openPage(address));
    // Only its look matters here: the scripts of the page have done their work already.
    await page.setContent(html.replaceAll(/<script\b[\s\S]*?<\/script>/g, ''), { waitUntil: 'load' });
    return page;
  }

  private async openPage(address: string): Promise<Page> {
    this.context ??= await this.browser.newContext({ javaScriptEnabled: true, locale: 'en-GB' });
    await this.context.addInitScript({ path: AXE });
    const page = await this.context.newPage();
    await page.goto(new URL('/accessibility', address).href);
    return page;
  }
}

/** Each state is scanned once a run, whichever journey comes to it first; the folder is emptied before a run. */
function claim(state: string): boolean {
  mkdirSync(CLAIMS, { recursive: true });
  try {
    closeSync(openSync(join(CLAIMS, createHash('sha256').update(state).digest('hex')), 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

const violationsOn = (page: Page): Promise<{ rule: string; nodes: string[] }[]> =>
  page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      selectors: false,
      preload: false,
    });
    return violations.map(({ id, nodes }) => ({
      rule: id,
      nodes: nodes.map(({ html }) => html.slice(0, 160)),
    }));
  });

/** What of a state is new to axe: whether it refuses, asks, tabulates, draws or unfolds. */
const outline = (html: string): string =>
  ['govuk-error-summary', '<form', '<table', '<svg class="', '<details']
    .map((part) => Number(html.includes(part)))
    .join('');

/** What makes one state of a page differ from another for a scan: its elements, not its words. */
function fingerprint(html: string): string {
  const tags =
    html.match(/<(?:h\d|form|input|select|textarea|table|svg|dialog|details)\b[^>]*?(?:type="\w+")?/g) ?? [];
  const classes = html.match(/class="govuk-[\w-]+/g) ?? [];
  return [...new Set([...tags.map((tag) => tag.slice(0, 24)), ...classes])].sort().join('|');
}
