import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { putFile } from '#web/ui/api.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { type ReadyPhoto, readPlace, readyPhoto } from './photo-check.ts';

const texts = {
  id: {
    take: 'Ambil atau pilih foto',
    hint: 'Rumah dari luar; jangan memotret anak atau orang.',
    doubts: {
      buram: 'Foto tampak buram. Ambil lagi dari dekat, tahan HP sebentar.',
      gelap: 'Foto tampak gelap. Cari tempat yang terang.',
      kecil: 'Foto ini kecil; tulisannya mungkin tidak terbaca.',
    },
    good: 'Foto tampak jelas.',
    upright: 'Pastikan tidak terbalik.',
    place: 'Sertakan lokasi HP saat ini',
    send: 'Kirim foto',
    anyway: 'Tetap kirim',
    again: 'Ambil lagi',
    unread: 'Berkas ini bukan foto yang dapat dibaca. Pilih foto JPG atau PNG.',
    sending: 'Mengirim…',
    preview: 'Foto yang akan dikirim',
  },
  en: {
    take: 'Take or choose a photo',
    hint: 'The house from outside; never children or people.',
    doubts: {
      buram: 'The photo looks blurred. Take it again from near, hold still.',
      gelap: 'The photo looks dark. Find a bright place.',
      kecil: 'The photo is small; print may be unreadable.',
    },
    good: 'The photo looks clear.',
    upright: 'Check that it is not upside down.',
    place: 'Send where the phone is now',
    send: 'Send the photo',
    anyway: 'Send anyway',
    again: 'Take it again',
    unread: 'This cannot be read as a photo. Choose a JPG or PNG.',
    sending: 'Sending…',
    preview: 'The photo to be sent',
  },
};

const useSending = (usulanId: string, kind: string, onDone: () => void) => {
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async (photo: ReadyPhoto, withPlace: boolean) => {
    setSending(true);
    setError(undefined);
    const place = withPlace ? await readPlace() : undefined;
    const where = place ? `&lat=${place.lat}&lng=${place.lng}&accuracy=${place.accuracy}` : '';
    try {
      await putFile(`/api/usulan/${usulanId}/file?kind=${kind}&name=${kind}.jpg${where}`, photo.file, () => {});
      onDone();
      return true;
    } catch (failed) {
      setError(failed);
      return false;
    } finally {
      setSending(false);
    }
  };
  return { isSending, error, send };
};

/** Takes a photo, looks at it on the device before anything is sent, and sends it small, upright and without what the camera wrote. */
export const PhotoField = ({ usulanId, kind, onDone }: { usulanId: string; kind: string; onDone: () => void }) => {
  const t = useText(texts);
  const [photo, setPhoto] = useState<ReadyPhoto>();
  const [isUnread, setUnread] = useState(false);
  const [withPlace, setWithPlace] = useState(kind === 'rumah');
  const { isSending, error, send } = useSending(usulanId, kind, onDone);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const ready = await readyPhoto(file);
    setUnread(!ready);
    setPhoto(ready);
  };
  return (
    <div className="stack">
      <label>
        {t.take}
        <input
          type="file"
          accept="image/jpeg,image/png"
          capture="environment"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      <span className="muted">{t.hint}</span>
      {isUnread && <p role="alert">{t.unread}</p>}
      <ErrorNotice error={error} />
      {photo && (
        <>
          <img src={photo.preview} alt={t.preview} style={{ maxWidth: '100%', maxHeight: 240 }} />
          <p role="status">
            {photo.doubts.length > 0 ? photo.doubts.map((doubt) => t.doubts[doubt]).join(' ') : t.good} {t.upright}
          </p>
          <Checkbox
            label={t.place}
            checked={withPlace}
            onChange={(event) => setWithPlace(event.currentTarget.checked)}
          />
          <div className="row">
            <Button
              variant="filled"
              disabled={isSending}
              onClick={() => void send(photo, withPlace).then((sent) => sent && setPhoto(undefined))}
            >
              {isSending ? t.sending : photo.doubts.length > 0 ? t.anyway : t.send}
            </Button>
            <Button disabled={isSending} onClick={() => setPhoto(undefined)}>
              {t.again}
            </Button>
          </div>
        </>
      )}
    </div>
  );
};
