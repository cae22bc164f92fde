import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '../class-names';
import { messageAttributes, type Message } from '../messages';
import { Hint } from './parts/hint';
import { Textarea, type TextareaProps } from './textarea';

export type CharacterCountProps = TextareaProps & {
  maxCharacters?: number | string;
  maxWords?: number | string;
  /** Per cent of the limit from which the count shows. */
  threshold?: number | string;
  countType?: string;
  /** Said before typing and without JavaScript; `%{count}` stands for the limit. */
  limitText?: string;
  countProps?: Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'id'>;
  messages?: Record<string, Message | undefined>;
};

export function CharacterCount(props: CharacterCountProps) {
  const { maxCharacters, maxWords, threshold, countType = maxWords ? 'words' : undefined, ...others } = props;
  const { limitText, countProps, messages, groupProps, className, after, ...rest } = others;
  const id = rest.id ?? rest.name;
  const limit = maxWords || maxCharacters;
  const said = limitText || `You can enter up to %{count} ${countType === 'words' ? 'words' : 'characters'}`;
  return (
    <Textarea
      {...rest}
      id={id}
      describedBy={`${id}-info`}
      className={classNames('govuk-js-character-count', className)}
      groupProps={{
        'data-module': 'govuk-character-count',
        'data-maxlength': maxCharacters,
        'data-maxwords': maxWords,
        'data-threshold': threshold,
        'data-count-type': countType,
        ...messageAttributes({
          'textarea-description': !limit && limitText ? { other: limitText } : undefined,
          ...messages,
        }),
        ...groupProps,
        className: classNames('govuk-character-count', groupProps?.className),
      }}
      after={
        <>
          <Hint
            {...countProps}
            id={`${id}-info`}
            className={classNames('govuk-character-count__message', countProps?.className)}
          >
            {limit ? said.replace('%{count}', String(limit)) : null}
          </Hint>
          {after}
        </>
      }
    />
  );
}
