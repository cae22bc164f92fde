import { dateProps, fieldProps, type Fields } from '~/components/form';
import { STUDY_TYPES, studyTypes } from '~/domain/knowledge/finding';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { TextInput } from '~/ui/forms/text-input';

const types = studyTypes.map((type) => ({ value: type, label: STUDY_TYPES[type] }));

/** What the work says, how it knows, and what it cannot say. */
export function ContentFields({ fields }: { fields: Fields }) {
  return (
    <>
      <Textarea
        label="Key messages"
        rows={5}
        hint="What a person with two minutes should know. You can use Markdown. Do not name victims, suspects or operations."
        {...fieldProps(fields.keyMessages)}
      />
      <Textarea
        label="Summary (optional)"
        rows={8}
        hint="The abstract, or a fuller account"
        {...fieldProps(fields.summary)}
      />
      <Radios
        label="Kind of study"
        labelProps={{ size: 's' }}
        small
        items={types}
        {...fieldProps(fields.studyType)}
      />
      <Textarea
        label="Methods (optional)"
        rows={4}
        hint="Data, sample, place, time and how it was analysed"
        {...fieldProps(fields.methods)}
      />
      <Textarea
        label="Limits"
        rows={4}
        hint="Where it stops being true, and what it could not see. Needed before anybody can use it."
        {...fieldProps(fields.limits)}
      />
      <TextInput
        label="Licence"
        width={30}
        hint="Like CC BY 4.0, Open Government Licence or All rights reserved"
        {...fieldProps(fields.licence)}
      />
      <DateInput
        label="First public on (optional)"
        labelProps={{ size: 's' }}
        hint="When anybody could first read it, like 21 11 2026"
        {...dateProps(fields.firstPublicOn)}
      />
    </>
  );
}
