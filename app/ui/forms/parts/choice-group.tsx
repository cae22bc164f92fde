import { Fragment, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import { classNames } from '../../class-names';
import { Fieldset, type FieldsetProps, type LegendProps } from '../fieldset';
import { ChoiceItem, type Choice, type ChoiceEntry } from './choice-item';
import { descriptionIds, FieldGroup, FieldNotes, type FieldProps } from './field';

export type ChoiceGroupProps = Omit<FieldProps, 'labelProps'> &
  Omit<ComponentPropsWithoutRef<'div'>, 'defaultValue' | 'id' | 'children'> & {
    items: ChoiceEntry[];
    /** The label becomes the legend of a fieldset. */
    labelProps?: Omit<LegendProps, 'children'>;
    fieldsetProps?: Omit<FieldsetProps, 'legend' | 'legendProps'>;
    inline?: boolean;
    small?: boolean;
  };

type Parts = { block: 'govuk-radios' | 'govuk-checkboxes'; isChecked: (choice: Choice) => boolean };

function Entries({ block, isChecked, items, id, name, describedBy }: Parts & ChoiceGroupProps) {
  return items.map((entry, index) => {
    if (!entry) return null;
    if ('divider' in entry) {
      return (
        <div className={`${block}__divider`} key={index}>
          {entry.divider}
        </div>
      );
    }
    // The first has no number, so that the error summary can link to the bare id.
    const itemId = entry.id ?? (index === 0 ? `${id}` : `${id}-${index + 1}`);
    return (
      <Fragment key={index}>
        <ChoiceItem
          block={block}
          choice={entry}
          id={itemId}
          name={entry.name ?? name}
          checked={isChecked(entry)}
          describedBy={describedBy}
        />
      </Fragment>
    );
  });
}

/** Radios and checkboxes alike: notes and choices, in a fieldset when there is a label. */
export function ChoiceGroup(props: ChoiceGroupProps & Parts) {
  const {
    block,
    isChecked,
    items,
    name,
    id = name,
    label,
    hint,
    error,
    describedBy,
    before,
    after,
    ...others
  } = props;
  const { labelProps, hintProps, errorProps, groupProps, fieldsetProps, inline, small, className, ...rest } =
    others;
  const described = descriptionIds(id, {
    hint,
    error,
    describedBy: fieldsetProps?.['aria-describedby'] ?? describedBy,
  });
  const inFieldset = Boolean(label || fieldsetProps);
  const content: ReactNode = (
    <>
      <FieldNotes {...{ id, hint, error, hintProps, errorProps }} />
      <div
        className={classNames(block, inline && `${block}--inline`, small && `${block}--small`, className)}
        data-module={block}
        {...rest}
      >
        {before}
        <Entries
          {...{ block, isChecked, items, id, name }}
          describedBy={inFieldset ? undefined : described}
        />
        {after}
      </div>
    </>
  );
  return (
    <FieldGroup error={error} groupProps={groupProps}>
      {inFieldset ? (
        <Fieldset legend={label} legendProps={labelProps} {...fieldsetProps} aria-describedby={described}>
          {content}
        </Fieldset>
      ) : (
        content
      )}
    </FieldGroup>
  );
}
