import type { Head } from './common.js';

const wrapped = /^\s*\{\s*"(service_requests|services|requests|service_request|service)"\s*:\s*\[?\s*\{(\s*"(request|service)"\s*:\s*\[\s*\{)?[^{}]*"service_(code|request_id)"/;
const errors = /^\s*\[\s*\{\s*"(code"\s*:[^{},]{1,20},\s*"description|description"\s*:\s*"[^"]*",\s*"code)"\s*:/;
const xml = /^[^<]{0,4}(<\?[^>]*>\s*)?(<!--[^]*?-->\s*)?<(service_requests|services|requests|errors)\b[^>]*>\s*(<(request|service|error)\b|<\/|$)/;

/** Whether JSON is requests or services of Open311, or the errors of such a service. */
export function isOpen311({ json, text }: Head): boolean {
  if (!json) return false;
  const { members } = json;
  return members.has('service_request_id') || (members.has('service_code') && (members.has('service_name') || members.has('attributes'))) || wrapped.test(text) || errors.test(text);
}

export const isOpen311Xml = ({ json, text }: Head): boolean => !json && xml.test(text);
