export { csvField, csvText } from '../csv';
