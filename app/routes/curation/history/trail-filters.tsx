import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { Details } from '~/ui/content/details';

interface Filters {
  noun?: string | undefined;
  name?: string | undefined;
  person?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export function TrailFilters({ filters }: { filters: Filters }) {
  const filtered = Object.values(filters).some(Boolean);
  return (
    <Details summary={filtered ? 'Change the filters' : 'Filter'} open={filtered}>
      <form method="get" action={paths.audit()}>
        <TextInput
          name="name"
          label="What happened"
          hint="Part of it, for example published"
          defaultValue={filters.name}
        />
        <TextInput
          name="noun"
          label="About"
          hint="For example question, finding or person"
          defaultValue={filters.noun}
          width={20}
        />
        <TextInput name="person" label="Who, by reference" defaultValue={filters.person} width={10} />
        <TextInput name="from" type="date" label="From" defaultValue={filters.from} width={10} />
        <TextInput name="to" type="date" label="To" defaultValue={filters.to} width={10} />
        <Button variant="secondary">Filter</Button>{' '}
        {filtered && (
          <a className="govuk-link" href={paths.audit()}>
            Take all filters away
          </a>
        )}
      </form>
    </Details>
  );
}
