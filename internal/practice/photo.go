package practice

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png" // registers the second format that is accepted

	"golang.org/x/image/draw"
)

const (
	// MaxPhoto is the largest upload in bytes.
	MaxPhoto = 4 << 20
	// MaxPixels is the largest picture that is decoded.
	MaxPixels = 40_000_000
	// PhotoSize is the width and height of what is kept.
	PhotoSize = 512
)

// squarePhoto makes a square JPEG of a JPEG or PNG upload: upright, cropped to its
// middle, without any of the file's metadata (place, time, camera), which a
// re-encoded picture cannot carry.
//
// The size is read and refused before anything is decoded, so that a small file
// that unpacks to a huge picture costs nothing.
func squarePhoto(upload []byte) ([]byte, error) {
	if len(upload) > MaxPhoto {
		return nil, errImageTooLarge
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(upload))
	if err != nil || config.Width < 1 || config.Height < 1 {
		return nil, errImageInvalid
	}
	if int64(config.Width)*int64(config.Height) > MaxPixels {
		return nil, errImageTooLarge
	}
	source, _, err := image.Decode(bytes.NewReader(upload))
	if err != nil {
		return nil, errImageInvalid
	}
	b := source.Bounds()
	side := min(b.Dx(), b.Dy())
	corner := image.Pt(b.Min.X+(b.Dx()-side)/2, b.Min.Y+(b.Dy()-side)/2)
	crop := image.Rectangle{Min: corner, Max: corner.Add(image.Pt(side, side))}

	square := image.NewRGBA(image.Rect(0, 0, PhotoSize, PhotoSize))
	draw.Draw(square, square.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src) // under transparent PNGs
	draw.CatmullRom.Scale(square, square.Bounds(), source, crop, draw.Over, nil)
	if format == "jpeg" {
		square = upright(square, exifOrientation(upload))
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, square, &jpeg.Options{Quality: 86}); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// upright turns a square picture as its EXIF orientation (1 to 8) says.
func upright(src *image.RGBA, orientation int) *image.RGBA {
	if orientation < 2 || orientation > 8 {
		return src
	}
	n := src.Bounds().Dx()
	dst := image.NewRGBA(src.Bounds())
	for y := range n {
		for x := range n {
			sx, sy := x, y
			switch orientation {
			case 2:
				sx = n - 1 - x
			case 3:
				sx, sy = n-1-x, n-1-y
			case 4:
				sy = n - 1 - y
			case 5:
				sx, sy = y, x
			case 6:
				sx, sy = y, n-1-x
			case 7:
				sx, sy = n-1-y, n-1-x
			case 8:
				sx, sy = n-1-y, x
			}
			dst.SetRGBA(x, y, src.RGBAAt(sx, sy))
		}
	}
	return dst
}
