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
file-fetching = Fetching
