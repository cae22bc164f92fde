import type { Page } from '@playwright/test';

const DRAWINGS = 'main svg[role="img"], main svg[role="group"]';

export interface Named {
  caption: string;
  /** What who listens hears first. */
  name: string;
}

export const namesOf = (page: Page): Promise<Named[]> =>
  page.locator(DRAWINGS).evaluateAll((drawings) =>
    drawings.map((svg) => {
      const plain = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
      const [first = ''] = (svg.getAttribute('aria-labelledby') ?? '').split(' ');
      return {
        caption: plain(svg.closest('figure')?.querySelector('figcaption')?.textContent),
        name: plain(document.getElementById(first)?.textContent),
      };
    }),
  );

/** Numbers that say how much, not when: years, quarters and days name something and tell nothing of it. */
const SAYS_HOW_MUCH =
  /(?<!Quarter )\b\d+(?:[.,]\d+)*\b(?! (?:January|February|March|April|May|June|July|August|September|October|November|December))/;
const VERBS =
  /\b(?:is|are|was|were|has|have|had|takes?|took|went|goes|governs?|discuss(?:es)?|rose|fell|stayed|came)\b/;

/** "Money by strand" and "Referrals, 2018" are nouns; "Pursue takes 79 %" and "No trend is claimed" are not. */
export function statesFinding(sentence: string): boolean {
  const withoutYears = sentence.replaceAll(/\b(?:19|20)\d\d\b/g, '');
  return sentence.split(' ').length >= 3 && (VERBS.test(sentence) || SAYS_HOW_MUCH.test(withoutYears));
}

/** Links in drawings that have no name, take no focus or do not look focused; `key` says which a key leads to. */
export const unseenLinks = (page: Page): Promise<string[]> =>
  page.locator(`:is(${DRAWINGS}) a`).evaluateAll((links) => {
    const look = (link: Element) =>
      [link, ...link.querySelectorAll('*')]
        .map((one) => {
          const { outlineStyle, outlineWidth, backgroundColor, stroke, fill } = getComputedStyle(one);
          return [outlineStyle, outlineWidth, backgroundColor, stroke, fill].join();
        })
        .join(';');
    return links.flatMap((link) => {
      const at = link.getAttribute('href') ?? '';
      if (!(link instanceof SVGAElement || link instanceof HTMLAnchorElement) || !at)
        return [`no link: ${link.outerHTML.slice(0, 80)}`];
      const name = link.getAttribute('aria-label') ?? link.textContent ?? '';
      const before = look(link);
      link.focus();
      const [takesFocus, after] = [document.activeElement === link, look(link)];
      link.blur();
      return [
        ...(name.trim() ? [] : [`no name: ${at}`]),
        ...(takesFocus ? [] : [`takes no focus: ${at}`]),
        ...(takesFocus && before === after ? [`looks the same with focus: ${at}`] : []),
      ];
    });
  });

/** Whether the tab key leads from the first link of each drawing to its second. */
export async function keysLeadOn(page: Page): Promise<boolean> {
  for (const drawing of await page.locator(DRAWINGS).all()) {
    const links = drawing.locator('a');
    if ((await links.count()) < 2) continue;
    await links.first().focus();
    await page.keyboard.press('Tab');
    if (!(await links.nth(1).evaluate((link) => document.activeElement === link))) return false;
  }
  return true;
}

/** Marks and words of drawings that stand out by less than 3:1 from the page as it is coloured now. */
export const faintMarks = (page: Page): Promise<string[]> =>
  page.locator(DRAWINGS).evaluateAll((drawings) => {
    const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const light = (colour: string): number | null => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      if (!colour.startsWith('rgb') || alpha === 0) return null;
      return 0.2126 * channel(red / 255) + 0.7152 * channel(green / 255) + 0.0722 * channel(blue / 255);
    };
    const ground = light(getComputedStyle(document.body).backgroundColor) ?? 1;
    const contrast = (colour: string): number => {
      const own = light(colour);
      return own === null ? 0 : (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
    };
    const faint = drawings.flatMap((svg) =>
      [...svg.querySelectorAll('rect, circle, path, polyline, line, text')].flatMap((mark) => {
        const { fill, stroke, display } = getComputedStyle(mark);
        const isLine = mark instanceof SVGLineElement || mark instanceof SVGPolylineElement;
        // What has neither is a place to press, which shows itself with focus.
        const isPlace = !isLine && light(fill) === null && stroke === 'none' && Boolean(mark.closest('a'));
        if (display === 'none' || isPlace) return [];
        const most = Math.max(isLine ? 0 : contrast(fill), stroke === 'none' ? 0 : contrast(stroke));
        return most >= 3 ? [] : [`${mark.tagName}.${mark.getAttribute('class') ?? ''} ${fill} ${stroke}`];
      }),
    );
    return [...new Set(faint)];
  });

export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Regions that hold more than they show and do not say so, or say so and hold no more. */
export const silentRegions = (page: Page): Promise<string[]> =>
  page.locator('.scrolling-table:visible').evaluateAll((regions) =>
    regions.flatMap((region) => {
      const holdsMore = region.scrollWidth > region.clientWidth + 1;
      const says = parseFloat(getComputedStyle(region, '::before').height) > 0;
      const isNamed = region instanceof HTMLElement && region.tabIndex === 0 && region.ariaLabel;
      return holdsMore === says && isNamed
        ? []
        : [`${region.ariaLabel ?? ''}: holds more ${holdsMore}, says ${says}`];
    }),
  );
