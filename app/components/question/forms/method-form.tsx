import { fieldProps, type Fields } from '~/components/form';
import {
  FORMULA_CHOICES,
  INTERVIEW_CHOICES,
  METHOD_LABELS as LABELS,
  TIE_BREAK_CHOICES,
} from '~/domain/questions/method/method-fields';
import { FORMULA_WORDS } from '~/domain/questions/method/award-method';
import { Details } from '~/ui/content/details';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';

type Field = Extract<keyof typeof LABELS, string>;

/** How bids are put in order. Everything here has a usual answer and is frozen at publication. */
export function MethodForm({ fields, priceScored }: { fields: Fields; priceScored: boolean }) {
  const number = (field: Field, hint?: string) => (
    <TextInput
      label={LABELS[field]}
      width={3}
      inputMode="numeric"
      {...(hint ? { hint } : {})}
      {...fieldProps(fields[field])}
    />
  );
  const tieBreak = (field: 'tieBreak1' | 'tieBreak2' | 'tieBreak3') => (
    <Select
      label={LABELS[field]}
      options={[
        { value: '', text: 'A reason that the moderator writes down' },
        ...TIE_BREAK_CHOICES.map(({ value, label }) => ({ value, text: label })),
      ]}
      {...fieldProps(fields[field])}
    />
  );
  return (
    <>
      {priceScored && (
        <Radios
          label={LABELS.awardFormula}
          hint="Bidders see it before they bid, with a worked example. Quality and price, weighted, unless you choose."
          items={FORMULA_CHOICES.map(({ value, label }) => ({ value, label, hint: FORMULA_WORDS[value] }))}
          {...withUsual(fieldProps(fields['awardFormula']))}
        />
      )}
      {number('qualityThreshold', 'Needed where the lowest price or the highest quality wins')}
      <Details summary="Level bids and abnormally low prices">
        {tieBreak('tieBreak1')}
        {tieBreak('tieBreak2')}
        {tieBreak('tieBreak3')}
        {priceScored && (
          <>
            {number('lowPricePercent', '40 is usual. Nobody is excluded automatically')}
            {number('lowCostPercent')}
          </>
        )}
      </Details>
      <Details summary="Interviews">
        <Select
          label={LABELS.interviewMode}
          options={[
            { value: '', text: 'No' },
            ...INTERVIEW_CHOICES.map(({ value, label }) => ({ value, text: label })),
          ]}
          {...fieldProps(fields['interviewMode'])}
        />
        {number('interviewPlaces', 'The best by quality; bids level with the last are invited too')}
        {number('interviewFrom')}
        {number('interviewPoints', 'Where the interview adds or takes points of quality')}
      </Details>
      <Details summary="Right of reply">
        <p className="govuk-body">
          Each bidder reads the panel’s reasons by criterion, without scores or names, and may reply before
          the panel agrees its scores. Leave both empty to do without it.
        </p>
        {number('replyWorkingDays')}
        {number('replyWords')}
      </Details>
    </>
  );
}

const withUsual = (props: ReturnType<typeof fieldProps>) => ({
  ...props,
  defaultValue: props.defaultValue || 'weighted',
});
