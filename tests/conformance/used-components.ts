import type { ReactElement } from 'react';
import * as content from './components/content';
import * as fields from './components/fields';
import * as groups from './components/groups';
import * as lists from './components/lists';
import * as navigation from './components/navigation';

// Fixtures are JSON of unknown shape; each translation names the options it knows.
type Translation = (options: never) => ReactElement;

/** The official components that our pages use, and how their options become our props. */
export const usedComponents: Record<string, Translation> = {
  'back-link': navigation.backLink,
  breadcrumbs: navigation.breadcrumbs,
  button: content.button,
  'character-count': fields.characterCount,
  checkboxes: groups.checkboxes,
  'date-input': groups.dateInput,
  details: content.details,
  'error-message': content.errorMessage,
  'error-summary': content.errorSummary,
  fieldset: groups.fieldset,
  'file-upload': fields.fileUpload,
  'generic-header': navigation.genericHeader,
  hint: content.hint,
  input: fields.input,
  'inset-text': content.insetText,
  label: content.label,
  'notification-banner': content.notificationBanner,
  pagination: navigation.pagination,
  panel: content.panel,
  'password-input': fields.passwordInput,
  'phase-banner': navigation.phaseBanner,
  radios: groups.radios,
  select: fields.select,
  'service-navigation': navigation.serviceNavigation,
  'skip-link': navigation.skipLink,
  'summary-list': lists.summaryList,
  table: lists.table,
  tag: content.tag,
  'task-list': lists.taskList,
  textarea: fields.textarea,
  'warning-text': content.warningText,
};
