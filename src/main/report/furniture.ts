import type { ReviewContent } from '../../shared/model/review.ts';
import type { Formats } from './format.ts';
import type { Html } from './html.ts';
import { html, NOTHING } from './html.ts';

/*
 * The parts every page carries. Names are in <bdi>, so that a name written from right to left cannot rearrange the
 * numbers beside it.
 */

export const name = (text: string): Html => html`<bdi>${text}</bdi>`;

const businessOf = (content: ReviewContent): string => content.businessName.trim() || 'Your business';

export const masthead = (content: ReviewContent, formats: Formats): Html => html`
  <header class="masthead">
    <div class="masthead-name"><h1 class="one">${name(businessOf(content))}</h1><p class="kind">Portfolio review</p></div>
    <p class="masthead-facts"><span class="one">Sales from ${formats.period(content.period)}</span><span>As of <b>${formats.longDay(content.asOf)}</b></span></p>
  </header>`;

export const runningHead = (content: ReviewContent, formats: Formats): Html => html`
  <header class="running"><p class="one"><b>${name(businessOf(content))}</b></p><p>Portfolio review as of ${formats.day(content.asOf)}</p></header>`;

export const footer = (content: ReviewContent, formats: Formats, page: number, pages: number): Html => html`
  <footer class="footer">
    <p class="one">Made ${content.businessName.trim() === '' ? NOTHING : html`by ${name(content.businessName.trim())} `}with Clientele on ${formats.day(content.madeOn)}</p>
    <p>${content.till ? NOTHING : content.ownersCopy ? html`<b>Owner’s copy – keep it private</b>` : 'Customers by initials'}</p>
    <p class="folio">${page} of ${pages}</p>
  </footer>`;

/** A page's sections, with what room is left shared out between them up to a measure. */
export const flow = (sections: readonly Html[]): Html => {
  const shown = sections.filter((s) => s.markup.trim() !== '');
  return html`<div class="flow">${shown.map((s, i) => (i === 0 ? s : html`<div class="space"></div>${s}`))}</div>`;
};

/** A section with its title, which is a finding wherever the content has one. */
export const section = (kind: string, title: string, note: string | null, body: Html): Html => html`
  <section class="${kind}">
    <div class="title"><h2 class="two">${title}</h2>${note === null ? NOTHING : html`<p class="title-note one">${note}</p>`}</div>
    ${body}
  </section>`;
