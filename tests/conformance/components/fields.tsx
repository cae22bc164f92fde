import type { ReactElement } from 'react';
import { CharacterCount } from '~/ui/forms/character-count';
import { FileUpload } from '~/ui/forms/file-upload';
import { PasswordInput } from '~/ui/forms/password-input';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import type { Message } from '~/ui/messages';
import { attributes, content, given, look, type Part, type RawAttributes } from '../options';

export type FieldOptions = {
  id?: string;
  name?: string;
  label?: Part & { isPageHeading?: boolean };
  hint?: Part;
  errorMessage?: Part & { visuallyHiddenText?: string };
  formGroup?: Part & { beforeInput?: Part; afterInput?: Part; beforeInputs?: Part; afterInputs?: Part };
  describedBy?: string;
  classes?: string;
  attributes?: RawAttributes;
  disabled?: boolean;
};

/** The options that every field has, but for its label. */
export function fieldProps({ hint, errorMessage, formGroup, ...options }: FieldOptions) {
  return given({
    id: options.id,
    name: options.name,
    hint: content(hint),
    hintProps: look(hint),
    error: content(errorMessage),
    errorProps: given({ ...look(errorMessage), hiddenPrefix: errorMessage?.visuallyHiddenText }),
    groupProps: look(formGroup),
    before: content(formGroup?.beforeInput ?? formGroup?.beforeInputs),
    after: content(formGroup?.afterInput ?? formGroup?.afterInputs),
    describedBy: options.describedBy,
  });
}

function labelled(options: FieldOptions) {
  return given({
    ...fieldProps(options),
    label: content(options.label),
    labelProps: given({ ...look(options.label), pageHeading: options.label?.isPageHeading }),
    disabled: options.disabled,
    ...look(options),
  });
}

type InputOptions = FieldOptions & {
  value?: string;
  type?: string;
  spellcheck?: boolean;
  autocomplete?: string;
  autocapitalize?: string;
  pattern?: string;
  inputmode?: 'numeric';
  prefix?: Part;
  suffix?: Part;
  inputWrapper?: Part;
};

export function inputProps(options: InputOptions) {
  return given({
    ...labelled(options),
    defaultValue: options.value,
    type: options.type,
    spellCheck: options.spellcheck,
    autoComplete: options.autocomplete,
    autoCapitalize: options.autocapitalize,
    pattern: options.pattern,
    inputMode: options.inputmode,
    prefix: content(options.prefix),
    prefixProps: look(options.prefix),
    suffix: content(options.suffix),
    suffixProps: look(options.suffix),
    wrapperProps: look(options.inputWrapper),
  });
}

export const input = (options: InputOptions): ReactElement => <TextInput {...inputProps(options)} />;

type TextareaOptions = InputOptions & { rows?: number };

const textareaProps = (options: TextareaOptions) =>
  given({
    ...labelled(options),
    rows: options.rows,
    defaultValue: options.value,
    spellCheck: options.spellcheck,
    autoComplete: options.autocomplete,
  });

export const textarea = (options: TextareaOptions): ReactElement => <Textarea {...textareaProps(options)} />;

const countMessages = ['characters', 'words'].flatMap((unit) =>
  ['Under', 'At', 'Over'].map(
    (side) => [`${unit}-${side.toLowerCase()}-limit`, `${unit}${side}LimitText`] as const,
  ),
);

const translated = (options: object, names: readonly (readonly [key: string, option: string])[]) => {
  const texts = options as Record<string, Message | undefined>;
  return Object.fromEntries(names.map(([key, option]) => [key, texts[option]]));
};

type CountOptions = TextareaOptions & {
  maxlength?: number | string;
  maxwords?: number | string;
  threshold?: number | string;
  countType?: string;
  textareaDescriptionText?: string;
  countMessage?: Part;
};

export const characterCount = (options: CountOptions): ReactElement => (
  <CharacterCount
    {...textareaProps(options)}
    maxCharacters={options.maxlength}
    maxWords={options.maxwords}
    threshold={options.threshold}
    countType={options.countType}
    limitText={options.textareaDescriptionText}
    countProps={look(options.countMessage)}
    messages={translated(options, countMessages)}
  />
);

type PasswordOptions = InputOptions & {
  showPasswordText?: string;
  showPasswordAriaLabelText?: string;
  button?: Part;
};

export const passwordInput = (options: PasswordOptions): ReactElement => (
  <PasswordInput
    {...inputProps(options)}
    {...given({ showText: options.showPasswordText, showLabel: options.showPasswordAriaLabelText })}
    buttonProps={look(options.button)}
    messages={translated(options, [
      ['show-password', 'showPasswordText'],
      ['hide-password', 'hidePasswordText'],
      ['show-password-aria-label', 'showPasswordAriaLabelText'],
      ['hide-password-aria-label', 'hidePasswordAriaLabelText'],
      ['password-shown-announcement', 'passwordShownAnnouncementText'],
      ['password-hidden-announcement', 'passwordHiddenAnnouncementText'],
    ])}
  />
);

type FileOptions = FieldOptions & {
  multiple?: boolean;
  javascript?: boolean;
  wrapperClasses?: string;
  wrapperAttributes?: RawAttributes;
};

export const fileUpload = (options: FileOptions): ReactElement => (
  <FileUpload
    {...labelled(options)}
    multiple={options.multiple}
    dropZone={options.javascript}
    dropZoneProps={given({ className: options.wrapperClasses, ...attributes(options.wrapperAttributes) })}
    messages={translated(options, [
      ['choose-files-button', 'chooseFilesButtonText'],
      ['no-file-chosen', 'noFileChosenText'],
      ['multiple-files-chosen', 'multipleFilesChosenText'],
      ['drop-instruction', 'dropInstructionText'],
      ['entered-drop-zone', 'enteredDropZoneText'],
      ['left-drop-zone', 'leftDropZoneText'],
    ])}
  />
);

type SelectItem = Part & { value?: string | number | null; selected?: boolean; disabled?: boolean };
type SelectOptions = FieldOptions & { items?: (SelectItem | null)[]; value?: string | number };

function selectedValue({ items = [], value }: SelectOptions) {
  const valueOf = (item: SelectItem) => item.value ?? item.text ?? undefined;
  const chosen = items.find((item) => item?.selected);
  if (chosen) return valueOf(chosen);
  const refused = items.some((item) => item?.selected === false && valueOf(item) === value);
  return value && !refused ? value : undefined;
}

export const select = (options: SelectOptions): ReactElement => (
  <Select
    {...labelled(options)}
    {...given({ defaultValue: selectedValue(options) })}
    options={(options.items ?? []).map(
      (item) =>
        item &&
        given({
          text: String(item.text ?? ''),
          value: item.value === null ? '' : item.value,
          disabled: item.disabled,
          attributes: attributes(item.attributes),
        }),
    )}
  />
);
