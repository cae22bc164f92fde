import type { ReactNode } from 'react';
import type { Attributes } from '../../attributes';
import { classNames } from '../../class-names';
import { Hint, type HintProps } from './hint';
import { Label, type LabelProps } from './label';

export type Choice = {
  value?: string;
  label?: ReactNode;
  hint?: ReactNode;
  /** What the choice reveals when it is chosen; without JavaScript it always shows. */
  reveal?: ReactNode;
  id?: string;
  name?: string;
  checked?: boolean;
  disabled?: boolean;
  /** A checkbox that unticks all others, for "None of these". */
  exclusive?: boolean;
  labelProps?: Omit<LabelProps, 'children' | 'htmlFor'>;
  hintProps?: Omit<HintProps, 'children' | 'id'>;
  attributes?: Attributes;
};

/** An entry of a list of choices: a choice, a word between choices, or nothing. */
export type ChoiceEntry = Choice | { divider: ReactNode } | false | null | undefined;

type ChoiceItemProps = {
  block: 'govuk-radios' | 'govuk-checkboxes';
  choice: Choice;
  id: string;
  name?: string;
  checked: boolean;
  describedBy?: string;
};

export function ChoiceItem({ block, choice, id, name, checked, describedBy }: ChoiceItemProps) {
  const hintId = choice.hint ? `${id}-item-hint` : undefined;
  const revealId = choice.reveal ? `conditional-${id}` : undefined;
  return (
    <>
      <div className={`${block}__item`}>
        <input
          className={`${block}__input`}
          id={id}
          name={name}
          type={block === 'govuk-radios' ? 'radio' : 'checkbox'}
          value={choice.value ?? ''}
          defaultChecked={checked}
          disabled={choice.disabled}
          data-aria-controls={revealId}
          data-behaviour={choice.exclusive ? 'exclusive' : undefined}
          aria-describedby={classNames(describedBy, hintId)}
          {...choice.attributes}
        />
        <Label
          htmlFor={id}
          {...choice.labelProps}
          className={classNames(`${block}__label`, choice.labelProps?.className)}
        >
          {choice.label}
        </Label>
        {choice.hint ? (
          <Hint
            id={hintId}
            {...choice.hintProps}
            className={classNames(`${block}__hint`, choice.hintProps?.className)}
          >
            {choice.hint}
          </Hint>
        ) : null}
      </div>
      {choice.reveal ? (
        <div
          className={classNames(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={revealId}
        >
          {choice.reveal}
        </div>
      ) : null}
    </>
  );
}
