# Files in a conversation
attach = Send a file or a picture
uploads = Files on their way
upload-progress = How much of { $name } has been sent
upload-retry = Try again
upload-retry-of = Try again: { $name }
upload-cancel-of = Cancel: { $name }
picture-open = Picture { $name }: show it large
file-save = Save
file-save-of = Save { $name }
file-fetching-of = How much of { $name } has come
file-fetching-cancel = Cancel fetching { $name }
drop-here = Drop the files to send them here.
pictures-title = Before you send
pictures-text = A picture is drawn anew and made smaller on this device. Place, time and camera, which its file may carry, stay here.
pictures-send = { $count ->
    [one] Send picture
   *[other] Send { $count } files
}
pictures-busy = Being made ready …
picture-original = Send the original file
picture-original-hint = Full size, with everything in it. Needed only now and then, for example for a document or a print.
picture-original-warning = The original carries what the camera wrote into it: often where and when the picture was taken, and with which device. Whoever you talk with can read that, and so can everybody they pass the file to.
picture-not-drawable = This browser cannot draw this picture anew. It can only be sent as it is.
