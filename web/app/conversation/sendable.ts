/**
 * Makes a file ready to be sent. A picture is drawn anew on this device, so that
 * the place, time and camera that its file carries never leave it; one that this
 * browser cannot draw is refused rather than sent with all that. Only who asks
 * for it, of one picture, sends its file as it is.
 */
import { MAX_PREVIEW_LENGTH, type NewFile } from "../../core/api.ts";
import { shrunkJpeg } from "../practice/shrink.ts";

const LARGEST = 2048;
const PREVIEW = 240;

export const isPicture = (file: File): boolean => file.type.startsWith("image/");

export async function sendable(file: File, original = false): Promise<NewFile> {
  if (!isPicture(file)) return { name: file.name, type: file.type, content: file };
  if (original) return { name: file.name, type: file.type, content: file, ...(await previewOf(file).catch(() => ({}))) };
  const content = await shrunkJpeg(file, LARGEST);
  return { name: file.name.replace(/\.[^.]*$/u, "") + ".jpg", type: "image/jpeg", content, ...(await previewOf(content)) };
}

/** A picture small enough to travel in the message; without one where that cannot be had. */
async function previewOf(picture: Blob): Promise<{ readonly preview?: string }> {
  const preview = await addressOf(await shrunkJpeg(picture, PREVIEW));
  return preview.length <= MAX_PREVIEW_LENGTH ? { preview } : {};
}

function addressOf(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject({ code: "image_invalid" });
    reader.readAsDataURL(picture);
  });
}
