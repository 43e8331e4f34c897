/**
 * Makes a file ready to be sent. A picture is drawn anew on this device, so that
 * the place, time and camera that its file carries never leave it; one that this
 * browser cannot draw is refused rather than sent with all that.
 */
import { MAX_PREVIEW_LENGTH, type NewFile } from "../../core/api.ts";
import { shrunkJpeg } from "../practice/shrink.ts";

const LARGEST = 2048;
const PREVIEW = 240;

export async function sendable(file: File): Promise<NewFile> {
  if (!file.type.startsWith("image/")) return { name: file.name, type: file.type, content: file };
  const content = await shrunkJpeg(file, LARGEST);
  const preview = await addressOf(await shrunkJpeg(content, PREVIEW));
  return { name: file.name.replace(/\.[^.]*$/u, "") + ".jpg", type: "image/jpeg", content, ...(preview.length <= MAX_PREVIEW_LENGTH ? { preview } : {}) };
}

function addressOf(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject({ code: "image_invalid" });
    reader.readAsDataURL(picture);
  });
}
