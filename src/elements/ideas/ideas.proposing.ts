import type { LitElement, ReactiveController } from 'lit';
import { Caution } from '../../controllers/caution.js';
import { Faults } from '../../controllers/faults.js';
import type { Language } from '../../controllers/language.js';
import type { Outbox } from '../../controllers/outbox.js';
import { Proof } from '../../controllers/proof.js';
import { Sending } from '../../controllers/sending.js';
import { ideasForm } from '../../i18n/en.ideas-form.js';
import type { HubInfo } from '../../model/hub.js';
import { newId } from '../../model/id.js';
import type { Idea } from '../../model/idea.js';
import { endpointUrl } from '../../sinks/endpoints.js';
import { sendIdea } from '../../sinks/hub.js';
import { deliverTo } from './ideas.delivery.js';
import { emptyDraft, faultsOf, ideaOf, pointOf } from './ideas.draft.js';
import { IdeaAcceptEvent, IdeaSendEvent } from './ideas.events.js';
import { form } from './ideas.form.js';
import { draftMemory, type Draft } from './ideas.own.js';
import { Placing } from './ideas.place.js';
import { Similar } from './ideas.similar.js';
import type { Supporting } from './ideas.supporting.js';
import { thanks } from './ideas.thanks.js';

interface Options {
  readonly endpoint: string;
  /** The question that the idea answers, or nothing. */
  readonly challenge: string;
  readonly language: Language;
  readonly outbox: Outbox;
  readonly supporting: Supporting;
  readonly info: () => HubInfo | undefined;
  readonly backdrop: () => string;
  readonly accepted: (idea: Idea, key: string) => void;
  readonly close: () => void;
  /** The form goes, because what was in it waits elsewhere. */
  readonly put: () => void;
}

/** Someone proposes an idea: what they write is kept at every stroke, until it has arrived or they discard it. */
export class Proposing implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: Options;
  readonly #faults: Faults;
  readonly #sending: Sending;
  readonly #proof = new Proof('ideas');
  readonly #similar: Similar;
  readonly #placing: Placing;
  readonly #caution: Caution;
  #draft: Draft;
  #sent: { readonly idea: Idea; readonly key: string } | undefined;
  #focus: string | undefined;

  constructor(host: LitElement, options: Options) {
    this.#host = host;
    this.#options = options;
    options.language.teach({ ideasForm });
    this.#draft = draftMemory(options.endpoint, options.challenge).read() ?? emptyDraft();
    this.#faults = new Faults(host);
    this.#sending = new Sending(host);
    this.#caution = new Caution(host, options.language);
    this.#similar = new Similar(host);
    this.#placing = new Placing(host, {
      language: options.language,
      backdrop: options.backdrop,
      point: () => this.#draft.point,
      fill: (point) => this.#change({ point }),
    });
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#focus) return;
    const target = this.#host.shadowRoot?.getElementById(this.#focus);
    this.#focus = undefined;
    target?.focus();
  }

  /** Moves to a part of the form, by its id, once it is drawn. */
  focus(id = 'title'): void {
    this.#focus = id;
    this.#host.requestUpdate();
  }

  render(): unknown {
    const { language, supporting, info, close } = this.#options;
    if (this.#sent) return thanks(this.#sent.idea, info()?.platform ? undefined : this.#sent.key, language, this.#again, this.#leave);
    return form({
      draft: this.#draft,
      info: info(),
      language,
      supporting,
      faults: this.#faults,
      sending: this.#sending,
      similar: this.#similar,
      placing: this.#placing,
      caution: this.#caution,
      change: this.#change,
      send: this.#submit,
      sendAnyway: () => void this.#send(),
      reconsider: () => {
        this.#caution.forget();
        this.focus('text');
      },
      close,
      discard: () => {
        this.#discard();
        close();
      },
    });
  }

  #change = (change: Partial<Draft>): void => {
    this.#draft = { ...this.#draft, ...change };
    const { endpoint, challenge } = this.#options;
    const { platform } = this.#options.info() ?? {};
    void this.#caution.prepare();
    if (!platform) this.#proof.begin(endpointUrl(endpoint, this.#host.baseURI));
    draftMemory(endpoint, challenge).write(this.#draft);
    const { title, text, point } = this.#draft;
    if (!platform) this.#similar.look(endpoint, { q: `${title} ${text}`.trim().slice(0, 300), ...pointOf(point) });
    this.#host.requestUpdate();
  };

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#sending.pending) return;
    const faults = faultsOf(this.#draft);
    this.#faults.show(faults);
    this.#caution.forget();
    if (faults.length > 0) return;
    if (await this.#caution.holds([this.#draft.title, this.#draft.text])) this.focus('personal');
    else await this.#send();
  };

  async #send(): Promise<void> {
    this.#caution.forget();
    const { endpoint, challenge, language, accepted } = this.#options;
    const { key } = this.#draft;
    const draft = ideaOf(this.#draft, language.tag, challenge);
    if (!this.#host.dispatchEvent(new IdeaSendEvent(draft))) return;
    const { platform } = this.#options.info() ?? {};
    const idea = await this.#sending.send(async (signal) => {
      if (platform) return deliverTo(platform, endpoint, this.#host.baseURI, draft, { signal });
      const hub = endpointUrl(endpoint, this.#host.baseURI);
      return this.#proof.send(hub, (headers) => sendIdea(hub, { ...draft, key }, { signal, headers }));
    });
    if (!idea) {
      // Other systems do not know the same idea again.
      if (!platform && await this.#options.outbox.keep({ kind: 'idea', id: draft.id, path: 'v1/ideas', body: { ...draft, key }, label: draft.title }, this.#sending.error)) {
        this.#discard();
        this.#options.put();
      } else this.#refuse();
      return;
    }
    this.#discard();
    this.#sent = { idea, key };
    accepted(idea, key);
    this.focus('thanks');
    this.#host.dispatchEvent(new IdeaAcceptEvent(idea));
  }

  #refuse(): void {
    const { error } = this.#sending;
    if (error?.reason === 'invalid') this.#faults.show(error.fields);
    // Under the old id another text has arrived; only a new one can bring this.
    if (error?.reason === 'conflict') this.#change({ id: newId() });
  }

  #discard(): void {
    draftMemory(this.#options.endpoint, this.#options.challenge).write(undefined);
    this.#draft = emptyDraft();
    this.#similar.forget();
    this.#faults.show([]);
    this.#sending.forget();
    this.#placing.forget();
  }

  #again = (): void => {
    this.#sent = undefined;
    this.focus();
  };

  #leave = (): void => {
    this.#sent = undefined;
    this.#options.close();
  };
}
