import { load, type CheerioAPI } from 'cheerio';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

export const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A component as the server sends it, to be asked as a page is. */
export const draw = (element: ReactElement): CheerioAPI => load(renderToStaticMarkup(element));

export const textOf = (element: ReactElement): string => words(draw(element).text());

/** The cells of each row of a page's or a part's tables. */
export const rowsIn = ($: CheerioAPI, place = 'body'): string[][] =>
  $(place)
    .find('tbody tr')
    .toArray()
    .map((row) =>
      $(row)
        .find('td, th')
        .toArray()
        .map((cell) => words($(cell).text())),
    );
