import { offer, type Kind } from './peer.js';

/**
 * `<civic-map>` as a page has it: one script and one tag. The tag is there when the clock starts, as the code of the others is; what
 * the element asks for when it has an address (reader, worker, engine) comes within its time. Filters are the reader's own: boxes that are ticked.
 */
let root: ShadowRoot | null;
let ticked: HTMLInputElement | undefined;

const until = async <Found>(look: () => Found | null | undefined | false): Promise<Found> => {
  for (;;) {
    const found = look();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
};

const box = (kind: Kind): HTMLInputElement | undefined => [...(root?.querySelectorAll('label.bar-row') ?? [])].find((label) => label.textContent?.includes(kind))?.querySelector('input') ?? undefined;

const element = document.createElement('civic-map');
element.setAttribute('height', '480px');
document.querySelector('#map')!.append(element);
await customElements.whenDefined('civic-map');
root = element.shadowRoot;

offer({
  async draw(_, { url }) {
    element.setAttribute('src', url);
    // Its first rows are seen before.
    await until(() => element.matches(':state(drawn)'));
  },
  async prepare() {
    (await until(() => root?.querySelector<HTMLElement>('[part=explore]'))).click();
    await until(() => box('oak'));
  },
  filter(kind) {
    if (kind) ticked = box(kind);
    ticked?.click();
  },
});
