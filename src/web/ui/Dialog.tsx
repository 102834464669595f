import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './Dialog.module.css';
import { Icon } from './icons.tsx';
import { useText } from './language.tsx';

type Props = {
  title: string;
  /** Undefined: the dialog has no way out but what stands in it. */
  onClose?: (() => void) | undefined;
  children: ReactNode;
  /** Largest width in px; 480 unless told. */
  width?: number;
};

/**
 * A dialog over the page: keeps the focus, closes with Esc, gives the focus back. Use this and not Mantine's Modal, whose
 * header counts as a second banner of the page. Mount it when it opens.
 */
export const Dialog = ({ title, onClose, children, width = 480 }: Props) => {
  const t = useText({ id: { close: 'Tutup' }, en: { close: 'Close' } });
  return (
    <Modal.Root
      opened
      onClose={onClose ?? (() => {})}
      size={width}
      closeOnEscape={onClose !== undefined}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
      centered
    >
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          {onClose && (
            <button type="button" className={styles.close} aria-label={t.close} onClick={onClose}>
              <Icon name="close" />
            </button>
          )}
        </div>
        <div className={styles.body}>{children}</div>
      </Modal.Content>
    </Modal.Root>
  );
};
