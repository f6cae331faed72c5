import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';

interface Value {
  readonly value?: unknown;
}

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly backendDOMNodeId?: number;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly value?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
  readonly childIds?: readonly string[];
}

/** How screen readers call the roles that they say; what has another role is said by its name alone. */
const roles: Readonly<Record<string, string>> = {
  button: 'button', link: 'link', searchbox: 'search box', textbox: 'edit', checkbox: 'check box', radio: 'radio button', combobox: 'combo box', slider: 'slider', heading: 'heading', region: 'region',
  search: 'search', list: 'list', listbox: 'list box', option: 'option', table: 'table', columnheader: 'column header', rowheader: 'row header', application: 'application', dialog: 'dialog', group: 'group', status: 'status', DisclosureTriangle: 'disclosure',
};
/** These are read with what is in them. */
const whole = new Set(['button', 'link', 'checkbox', 'radio', 'option', 'heading', 'columnheader', 'rowheader', 'DisclosureTriangle', 'searchbox', 'textbox', 'slider', 'combobox']);

/** What a screen reader says of a node: its name, what it is, how it stands, and what is said of it besides. */
function spoken({ role, name, description, value, properties = [] }: AxNode): string {
  const is = (property: string): unknown => properties.find((each) => each.name === property)?.value.value;
  const checked = is('checked');
  const [level, expanded] = [is('level'), is('expanded')];
  return [
    name?.value,
    roles[String(role?.value)],
    role?.value === 'heading' && level ? `level ${String(level)}` : '',
    checked === 'true' || checked === true ? 'checked' : checked === undefined ? '' : 'not checked',
    expanded === undefined ? '' : expanded === true ? 'expanded' : 'collapsed',
    is('pressed') === 'true' ? 'pressed' : '',
    is('selected') === true ? 'selected' : '',
    is('disabled') === true ? 'unavailable' : '',
    value?.value,
    description?.value,
  ].filter((part) => part !== undefined && part !== '').join(', ').replace(/ (?=[,:] )/g, '');
}

/** Listens to a page as somebody does who does not see it, by the accessibility tree that the browser gives to screen readers. */
export class ScreenReader {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  /** To be called before the page is opened: what is announced later is heard from the beginning. */
  static async of(page: Page): Promise<ScreenReader> {
    await page.addInitScript({ path: fileURLToPath(new URL('live-regions.mjs', import.meta.url)) });
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    return new ScreenReader(page, session);
  }

  /** Presses a key, or several one after the other; what was heard before is over. */
  async press(...keys: readonly string[]): Promise<void> {
    await this.#page.evaluate(() => void ((globalThis as unknown as { heard: string[] }).heard.length = 0));
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  /** What has the focus, and, in brackets, what was announced last since a key was pressed. */
  async said(): Promise<string> {
    const { result } = await this.#session.send('Runtime.evaluate', { expression: '(() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at; })()' });
    const { nodes } = await this.#session.send('Accessibility.getPartialAXTree', { objectId: result.objectId!, fetchRelatives: false });
    const last = await this.#page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.at(-1));
    const [focus, ...option] = [await this.#spoken(nodes[0] as AxNode), ...(await this.#active(result.objectId!))];
    return [focus, ...option, ...(last ? [`(${last})`] : [])].join(' ');
  }

  /** All of an element as it is read from its beginning to its end, a line a thing; `inner` is what of its shadow is read alone. */
  async read(selector: string, inner?: string): Promise<string[]> {
    const { result } = await this.#session.send('Runtime.evaluate', { expression: `document.querySelector(${JSON.stringify(selector)})${inner ? `.shadowRoot.querySelector(${JSON.stringify(inner)})` : ''}` });
    const { nodes: [top] } = await this.#session.send('Accessibility.getPartialAXTree', { objectId: result.objectId!, fetchRelatives: false });
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree');
    const known = new Map((nodes as readonly AxNode[]).map((node) => [node.nodeId, node]));
    const said: AxNode[] = [];
    // What labels a control is read with it, not once more by itself.
    const walk = (node: AxNode | undefined, isLabel = false): void => {
      if (!node) return;
      const role = String(node.role?.value);
      const isSaid = !node.ignored && ((role === 'StaticText' && !isLabel) || whole.has(role) || (Object.hasOwn(roles, role) && Boolean(node.name?.value)));
      if (isSaid) said.push(node);
      if (!whole.has(role) && role !== 'StaticText') node.childIds?.forEach((id) => walk(known.get(id), isLabel || role === 'LabelText'));
    };
    walk(known.get((top as AxNode).nodeId));
    const lines = await Promise.all(said.map((node) => this.#spoken(node)));
    return lines.filter((line) => line.trim() !== '');
  }

  /** The browser keeps the words of a slider's value to itself here: they are read where the page has them. */
  async #spoken(node: AxNode): Promise<string> {
    if (node.role?.value !== 'slider' || node.backendDOMNodeId === undefined) return spoken(node);
    const { object } = await this.#session.send('DOM.resolveNode', { backendNodeId: node.backendDOMNodeId });
    const { result } = await this.#session.send('Runtime.callFunctionOn', { objectId: object.objectId!, functionDeclaration: 'function () { return this.ariaValueText; }' });
    return spoken(typeof result.value === 'string' ? { ...node, value: { value: result.value } } : node);
  }

  /** What the arrow keys have come to within a list box. */
  async #active(objectId: string): Promise<string[]> {
    const { result } = await this.#session.send('Runtime.callFunctionOn', { objectId, functionDeclaration: "function () { return this.getRootNode().getElementById?.(this.getAttribute('aria-activedescendant')); }" });
    if (!result.objectId) return [];
    const { nodes } = await this.#session.send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: false });
    return [`> ${spoken(nodes[0] as AxNode)}`];
  }
}
