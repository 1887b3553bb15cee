import type { PortfolioInfo } from '../../shared/model/portfolio.ts';

/** Where the file lies, written as its system writes paths. */
export const portfolioPath = ({ folder, file }: Pick<PortfolioInfo, 'folder' | 'file'>): string => {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  return folder.endsWith(separator) ? `${folder}${file}` : `${folder}${separator}${file}`;
};
