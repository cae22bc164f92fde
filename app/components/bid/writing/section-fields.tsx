import type { Fields } from '~/components/form';
import { fieldProps } from '~/components/form';
import { CharacterCount } from '~/ui/forms/character-count';
import { Textarea } from '~/ui/forms/textarea';
import { Radios } from '~/ui/forms/radios';
import { ConfidentialRows } from './confidential-rows';
import { PeopleRows } from './people-rows';
import { PlanRows } from './plan-rows';
import { PriceRows } from './price-rows';

interface Props {
  slug: string;
  title: string;
  words: number | null;
  /** The other sections, for the list of confidential parts. */
  choices: { slug: string; title: string }[];
  fields: Fields;
}

/** The fields of one section's page. */
export function SectionFields({ slug, title, words, choices, fields }: Props) {
  switch (slug) {
    case 'people':
      return <PeopleRows list={fields['people']} words={words ?? 0} />;
    case 'plan':
      return <PlanRows list={fields['milestones']} />;
    case 'confidential':
      return <ConfidentialRows list={fields['confidential']} choices={choices} />;
    case 'declaration':
      return <OtherBidsFields fields={fields} />;
    case 'price':
      return <PriceRows fields={fields} />;
    case 'references':
      return (
        <Textarea
          label={title}
          labelProps={{ className: 'govuk-visually-hidden' }}
          rows={12}
          {...fieldProps(fields['text'])}
        />
      );
    default:
      return (
        <CharacterCount
          label={`Your answer: ${title}`}
          labelProps={{ className: 'govuk-visually-hidden' }}
          maxWords={words ?? undefined}
          rows={16}
          {...fieldProps(fields['text'])}
        />
      );
  }
}

const OtherBidsFields = ({ fields }: { fields: Fields }) => (
  <Radios
    label="Does anybody named in this bid stand in another bid for this question?"
    items={[
      { value: 'none', label: 'No' },
      {
        value: 'some',
        label: 'Yes',
        reveal: <Textarea label="Who, and in whose bid" rows={4} {...fieldProps(fields['text'])} />,
      },
    ]}
    {...fieldProps(fields['otherBids'])}
  />
);
