import type { RecordToImport } from '../../commands/import-bibliography.server';
import { INVENTED, noteParts, RETRACTED } from './bibliographic-record';
import type { Bibliography } from './read-bibliography.server';

interface ThreatArea {
  slug: string;
  name: string;
}

/** What an import would take in, and what a person has to know before it does. */
export interface RecordsForImport {
  records: RecordToImport[];
  messages: string[];
}

const listed = (texts: Iterable<string>): string => {
  const all = [...texts];
  return all.slice(0, 10).join(', ') + (all.length > 10 ? ` and ${all.length - 10} more` : '');
};

/**
 * The records of a file as the import takes them. Keywords become threat areas by name or slug. Left out and told:
 * what has no title, what is retracted or invented, other keywords, and key messages, because a bibliographic
 * record says nothing of what a work says.
 */
export function recordsForImport(file: Bibliography, areas: ThreatArea[]): RecordsForImport {
  const slugs = new Map(
    areas.flatMap(({ slug, name }) => [slug, name].map((word) => [word.toLowerCase(), slug] as const)),
  );
  const otherKeywords = new Set<string>();
  const noTitle = file.records.filter(({ title }) => title === '').length;
  const titled = file.records.filter(({ title }) => title !== '');
  const taken = titled.filter(
    ({ note }) => !noteParts(note).some((part) => part === RETRACTED || part === INVENTED),
  );
  const records = taken.map(
    ({ abstract: _abstract, note: _note, keywords, authors, ...record }): RecordToImport => {
      for (const word of keywords) if (!slugs.has(word.toLowerCase())) otherKeywords.add(word);
      return {
        ...record,
        authors: authors.map(({ name }) => name),
        threatAreas: [...new Set(keywords.flatMap((word) => slugs.get(word.toLowerCase()) ?? []))],
        verified: false,
      };
    },
  );
  const messages = [
    ...file.messages,
    ...(noTitle > 0 ? [`${noTitle} without a title were left out.`] : []),
    ...(taken.length < titled.length
      ? [`${titled.length - taken.length} that are retracted or invented were left out.`]
      : []),
    ...(otherKeywords.size > 0 ? [`Keywords that are no threat area: ${listed(otherKeywords)}.`] : []),
    ...(taken.some(({ abstract }) => abstract !== '') ? ['Key messages are not taken in.'] : []),
  ];
  return { records, messages };
}
