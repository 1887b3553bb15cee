// What tests run inside the browser; plain JavaScript, since the tests' own project has no DOM.

/** @param {Element} element @returns {boolean} */
export const hasFocus = (element) => element.ownerDocument.activeElement === element;

/** @param {Element} frame @returns {void} counts the calls of the frame's own print, instead of opening a dialog */
export const countPrints = (frame) => {
  frame.contentWindow.print = () => {
    frame.dataset.prints = String(Number(frame.dataset.prints ?? 0) + 1);
  };
};

/** @param {Element} page @returns {boolean} whether a sheet of paper, or a block on it, holds more than it shows */
export const overflows = (page) =>
  [page, ...page.querySelectorAll('section, table, div, figure')].some(
    (e) => e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).overflowY !== 'visible',
  );

/** @returns {boolean} whether the window would scroll sideways */
export const scrollsSideways = () =>
  document.documentElement.scrollWidth > document.documentElement.clientWidth;

/** @param {{ name: string, text: string }} file @returns {Promise<void>} drags a file over the window and lets go of it */
export const dropFile = async ({ name, text }) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name, { type: 'text/csv' }));
  const send = (type) =>
    document
      .elementFromPoint(innerWidth / 2, innerHeight / 2)
      ?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  send('dragenter');
  // the window answers by laying its drop zone over everything
  await new Promise((resolve) => setTimeout(resolve, 300));
  send('dragenter');
  send('dragover');
  send('drop');
};

/** @param {{ plain: string, html: string }} copied @returns {void} pastes what a browser puts there when cells are copied: text, and the table of a web page */
export const pasteCells = ({ plain, html }) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', plain);
  clipboardData.setData('text/html', html);
  window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
};
