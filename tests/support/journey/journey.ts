import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type Page,
  type Response,
} from '@playwright/test';
import { connectTo, database, disconnect } from '~/platform/db.server';
import { createTestDatabase, holdTestServer } from '../database-server';
import { startOrcid, type OrcidProvider } from '../outside/orcid-provider';
import { serve, type Served } from './processes';
import { Scanner } from './scanner';
import { cookieFor } from './session';

/** One person's browser. Every page they come to is scanned. */
export class Walker {
  constructor(
    readonly name: string,
    readonly page: Page,
    private readonly journey: Journey,
  ) {}

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.journey.address}${path}`);
    await this.arrived();
  }

  /** Presses what should be refused, and stays to read why. */
  async pressRefused(name: string | RegExp): Promise<void> {
    await this.go(name);
    await expect(this.page.locator('.govuk-error-summary').first()).toBeVisible();
  }

  /** Presses the button or link with this name and waits for the page it leads to; a refusal ends the journey. */
  async press(name: string | RegExp, within?: string): Promise<void> {
    await this.go(name, within);
    const refusal = this.page.locator('.govuk-error-summary__list');
    const said = (await refusal.count()) > 0 ? await refusal.first().innerText() : '';
    if (said) throw new Error(`${this.name} pressed ${String(name)} on ${this.path()} and was told: ${said}`);
  }

  private async go(name: string | RegExp, within?: string): Promise<void> {
    const place = within ? this.page.locator(within) : this.page.locator('main');
    const found = place.getByRole('button', { name }).or(place.getByRole('link', { name })).first();
    const answered = this.page.waitForResponse(endsNavigation);
    await found.click();
    await answered;
    await this.journey.settled(this.page);
    await this.arrived();
  }

  async fill(label: string | RegExp, value: string): Promise<void> {
    await this.page
      .locator('main')
      .getByLabel(label, { exact: typeof label === 'string' })
      .first()
      .fill(value);
  }

  async tick(label: string | RegExp): Promise<void> {
    await this.page
      .locator('main')
      .getByLabel(label, { exact: typeof label === 'string' })
      .first()
      .check();
  }

  /** Chooses in a group of radios, or in a select, by its label. */
  async choose(label: string | RegExp, option: string | RegExp): Promise<void> {
    const main = this.page.locator('main');
    const group = main.getByRole('group', { name: label });
    const exact = typeof option === 'string';
    if (await group.first().isVisible()) {
      const radio = group.first().getByRole('radio', { name: option, exact });
      return radio.first().check();
    }
    await main
      .getByLabel(label)
      .first()
      .selectOption({ label: option as string });
  }

  async fillDate(legend: string | RegExp, date: Date): Promise<void> {
    const group = this.page.locator('main').getByRole('group', { name: legend });
    await group.getByLabel('Day').fill(String(date.getUTCDate()));
    await group.getByLabel('Month').fill(String(date.getUTCMonth() + 1));
    await group.getByLabel('Year').fill(String(date.getUTCFullYear()));
  }

  async sees(text: string | RegExp): Promise<void> {
    const shown = async () => ((await this.page.locator('body').textContent()) ?? '').replace(/\s+/g, ' ');
    await expect
      .poll(
        async () => (typeof text === 'string' ? (await shown()).includes(text) : text.test(await shown())),
        {
          message: `${this.name} should see ${String(text)} on ${this.path()}`,
        },
      )
      .toBe(true);
  }

  async heading(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(text);
  }

  /** Where the links that a selector finds lead, each once. */
  async hrefs(selector: string): Promise<string[]> {
    const links = this.page.locator(selector);
    return [...new Set(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '')))];
  }

  /** The award of one's own bid for this question, from the list of one's awards. */
  async awardOf(title: string): Promise<string> {
    await this.open('/awards');
    await this.press(title);
    return this.path();
  }

  path(): string {
    return new URL(this.page.url()).pathname;
  }

  async arrived(): Promise<void> {
    await this.page.waitForLoadState('load');
    await expect(this.page.locator('main')).toBeVisible();
    this.journey.count(this.name);
    await this.journey.scanner.scan(this.page);
  }
}

/** The answer that a press led to in the end: no redirect, and not the autosave that may run meanwhile. */
function endsNavigation(response: Response): boolean {
  const request = response.request();
  if (!request.isNavigationRequest() && !response.url().includes('.data')) return false;
  if (/\bauto\b/.test(request.postData() ?? '')) return false;
  return response.status() !== 202 && (response.status() < 300 || response.status() >= 400);
}

export class Journey {
  readonly scanner: Scanner;
  private readonly pages = new Map<string, number>();
  private readonly promises: string[] = [];
  private readonly contexts: BrowserContext[] = [];

  constructor(
    private readonly served: Installation['installation'],
    private readonly browser: Browser,
    private readonly javaScriptEnabled: boolean,
  ) {
    this.scanner = new Scanner(browser);
  }

  get address(): string {
    return this.served.address;
  }

  /** Who signs in at ORCID next. */
  get orcid(): OrcidProvider {
    return this.served.orcid;
  }

  get log(): string {
    return this.served.log();
  }

  /** With scripts, an answer is shown a moment after it came: two frames of the browser. */
  async settled(page: Page): Promise<void> {
    if (!this.javaScriptEnabled) return;
    await page
      .evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))))
      .catch(() => undefined); // The document was exchanged: its load is waited for.
  }

  count(name: string): void {
    this.pages.set(name, (this.pages.get(name) ?? 0) + 1);
  }

  /**
   * Holds what one person does to the number of pages that the product promises for it, from the first page
   * opened to the one that is sent. The page that says it is done is no step.
   */
  async within(bound: number, name: string, walker: Walker, work: () => Promise<void>): Promise<void> {
    const before = this.pages.get(walker.name) ?? 0;
    await work();
    this.promised(name, (this.pages.get(walker.name) ?? 0) - before - 1, bound);
  }

  promised(name: string, taken: number, bound: number): void {
    this.promises.push(`  ${name}: ${taken} of at most ${bound}`);
    expect(taken, name).toBeLessThanOrEqual(bound);
  }

  /** A browser of one's own, not signed in. */
  async visitor(name = 'a visitor'): Promise<Walker> {
    const context = await this.browser.newContext({
      javaScriptEnabled: this.javaScriptEnabled,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      viewport: { width: 1280, height: 900 },
    });
    this.contexts.push(context);
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
        throw new Error(`${name}'s browser complained: ${message.text()}`);
    });
    this.scanner.watch(page);
    return new Walker(name, page, this);
  }

  /** A person with a session already: signing in has journeys of its own. */
  async as(person: { id: string; name: string }): Promise<Walker> {
    const walker = await this.visitor(person.name);
    const [name = '', value = ''] = (await cookieFor(person.id)).split('=');
    await walker.page.context().addCookies([{ name, value, url: this.address }]);
    return walker;
  }

  /** A person of the demonstration, signed in by one click. */
  async signedIn(person: { name: string }): Promise<Walker> {
    const walker = await this.visitor(person.name);
    await walker.open('/sign-in');
    // The page shows a few of each kind; the others stand behind "more".
    const more = walker.page.locator('details:not([open])', { hasText: person.name }).locator('summary');
    if ((await more.count()) > 0) await more.click();
    await walker.press(new RegExp(person.name));
    return walker;
  }

  async close(): Promise<void> {
    await this.scanner.close();
    for (const context of this.contexts) await context.close();
  }

  async end(title: string): Promise<void> {
    const pages = [...this.pages.values()].reduce((total, count) => total + count, 0);
    const { scanned, scans, scannedElsewhere, spent } = this.scanner;
    console.log(
      `${title}: ${this.pages.size} people, ${pages} pages visited, ${scanned.size} kinds of page, ${scans} scans in ${(spent / 1000).toFixed(1)} s, ${scannedElsewhere} states scanned by another journey of this run`,
    );
    for (const promise of this.promises) console.log(promise);
    expect(this.scanner.findings, 'axe').toEqual([]);
    expect(this.scanner.notScanned(), 'visited but not scanned').toEqual([]);
    expect(
      this.log.split('\n').filter((line) => line.includes('"request-failed"')),
      'faults',
    ).toEqual([]);
  }
}

interface Fixtures {
  journey: Journey;
}

interface Installation {
  installation: Served & { orcid: OrcidProvider };
}

/** `test` with an installation of its own a worker: a database, the web process and the jobs process. */
export const test = base.extend<Fixtures, Installation>({
  installation: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs from here.
    async ({}, use) => {
      const release = holdTestServer();
      const made = await createTestDatabase();
      await connectTo(made.url);
      const orcid = await startOrcid();
      const served = await serve(made.url, { env: orcid.settings });
      await use({ ...served, orcid });
      await served.stop();
      await orcid.stop();
      await disconnect();
      await made.drop();
      await release();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  journey: async ({ installation, browser, javaScriptEnabled }, use, info) => {
    const journey = new Journey(installation, browser, javaScriptEnabled ?? true);
    await use(journey);
    if (info.status === info.expectedStatus) await journey.end(`${info.title} (${info.project.name})`);
    await journey.close();
  },
});

export { database, expect };
