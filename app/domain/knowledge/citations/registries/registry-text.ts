import { z } from 'zod';
import { oneLine } from '../exchange/clean-record';

/** Texts of the registries carry marks of JATS, MathML and HTML, and entities. */
const MARKS = /<\/?[a-z][a-z0-9:-]*(?:\s[^<>]{0,300})?\/?>/gi;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

export const plainText = (text: string | undefined, most = 500): string =>
  oneLine(
    text
      ?.slice(0, 5000)
      .replaceAll(MARKS, '')
      .replaceAll(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? ''),
    most,
  );

/** Anything but a text or a number is as good as nothing. */
export const loose = z
  .union([z.string(), z.number()])
  .transform(String)
  .nullish()
  .transform((text) => text ?? undefined)
  .catch(undefined);

/** A list whose faulty items are left out. */
export const looseList = <Item extends z.ZodType>(item: Item) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) => all.slice(0, 500).flatMap((one) => item.safeParse(one).data ?? []));
