import { fieldProps, type Fields } from '~/components/form';
import { WORK_KINDS, workKinds } from '~/domain/knowledge/citations/work-kinds';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { AuthorRows } from './author-rows';

const kinds = workKinds.map((kind) => ({ value: kind, label: WORK_KINDS[kind].words }));

/** The reference of a work: what a reader needs to find it. */
export function WorkFields({ fields }: { fields: Fields }) {
  return (
    <>
      <TextInput label="Title" {...fieldProps(fields.title)} />
      <AuthorRows field={fields.authors} />
      <TextInput
        label="Year"
        width={4}
        inputMode="numeric"
        hint="When it appeared, like 2024"
        {...fieldProps(fields.year)}
      />
      <Radios
        label="Kind of work"
        labelProps={{ size: 's' }}
        small
        items={kinds}
        {...fieldProps(fields.kind)}
      />
      <TextInput
        label="Where it appeared (optional)"
        hint="The journal, book, series or conference"
        {...fieldProps(fields.venue)}
      />
      <TextInput label="Volume (optional)" width={5} {...fieldProps(fields.volume)} />
      <TextInput label="Issue (optional)" width={5} {...fieldProps(fields.issue)} />
      <TextInput label="Pages (optional)" width={10} hint="Like 739-755" {...fieldProps(fields.pages)} />
      <TextInput label="Publisher (optional)" width={30} {...fieldProps(fields.publisher)} />
      <TextInput
        label="DOI (optional)"
        width={30}
        hint="Like 10.1177/0022042619861938, with or without https://doi.org/"
        {...fieldProps(fields.doi)}
      />
      <TextInput
        label="Web address (optional)"
        type="url"
        hint="Where it can be read, if it has no DOI"
        {...fieldProps(fields.webAddress)}
      />
    </>
  );
}

interface Details {
  title: string;
  kind: string;
  year: number | null;
  venue: string;
  volume: string | null;
  issue: string | null;
  pages: string | null;
  publisher: string | null;
  doi: string | null;
  webAddress: string | null;
  authors: { name: string; orcid: string | null; roles: string[] }[];
}

/** A reference as the values of those fields. */
export const workValues = ({
  title,
  kind,
  year,
  venue,
  volume,
  issue,
  pages,
  publisher,
  doi,
  webAddress,
  authors,
}: Details) => ({
  ...{
    title,
    kind,
    venue,
    year: year === null ? '' : String(year),
    volume: volume ?? '',
    issue: issue ?? '',
  },
  ...{ pages: pages ?? '', publisher: publisher ?? '', doi: doi ?? '', webAddress: webAddress ?? '' },
  authors: authors.map(({ name, orcid, roles }) => ({ name, orcid: orcid ?? '', roles })),
});
