package webapp

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"net/http"
	"sync"

	"golang.org/x/image/vector"
)

// Icons are drawn when one is asked for first, the same pixels every time, so that no
// picture has to be kept beside what it is drawn from: the mark of the header
// (web/app/frame.tsx) and the sheet of paper of a window that calls itself
// otherwise (web/app/nearby/look.ts), on the grid of 32 by 32 that both use.

var (
	night = color.NRGBA{0x23, 0x4b, 0x43, 0xff}
	glow  = color.NRGBA{0xf3, 0xcf, 0x8e, 0xff}
	cream = color.NRGBA{0xfb, 0xf7, 0xf0, 0xff}
	grey  = color.NRGBA{0x66, 0x66, 0x66, 0xff}
)

// iconSizes are those that browsers ask for where an app is installed.
var iconSizes = map[string]int{"192": 192, "512": 512}

// icons are all of them.
var icons = sync.OnceValues(drawIcons)

// drawIcons returns the icons by their file name. A maskable one is cut to any
// shape by the system: it fills the square, and what counts is in its middle.
func drawIcons() (map[string][]byte, error) {
	icons := map[string][]byte{}
	for text, size := range iconSizes {
		for name, paint := range map[string]func(*canvas){"own": arch, "plain": sheet} {
			for suffix, scale := range map[string]float32{"": 0.86, "-maskable": 0.58} {
				var out bytes.Buffer
				if err := png.Encode(&out, painted(size, scale, paint)); err != nil {
					return nil, err
				}
				icons["icon-"+name+"-"+text+suffix+".png"] = out.Bytes()
			}
		}
	}
	return icons, nil
}

// canvas paints on the grid, scaled into the middle of the picture.
type canvas struct {
	to           draw.Image
	size         int
	scale, shift float32
}

func painted(size int, scale float32, paint func(*canvas)) image.Image {
	to := image.NewNRGBA(image.Rect(0, 0, size, size))
	draw.Draw(to, to.Bounds(), image.NewUniform(cream), image.Point{}, draw.Src)
	s := float32(size) * scale / 32
	paint(&canvas{to: to, size: size, scale: s, shift: (float32(size) - 32*s) / 2})
	return to
}

// fill paints the shape that draws makes.
func (c *canvas) fill(with color.Color, draws func(move, line func(x, y float32), curve func(x1, y1, x2, y2, x, y float32))) {
	r := vector.NewRasterizer(c.size, c.size)
	at := func(v float32) float32 { return v*c.scale + c.shift }
	draws(
		func(x, y float32) { r.MoveTo(at(x), at(y)) },
		func(x, y float32) { r.LineTo(at(x), at(y)) },
		func(x1, y1, x2, y2, x, y float32) { r.CubeTo(at(x1), at(y1), at(x2), at(y2), at(x), at(y)) },
	)
	r.ClosePath()
	r.Draw(c.to, c.to.Bounds(), image.NewUniform(with), image.Point{})
}

// quarter is how far the control points of a quarter of a circle lie from its ends.
const quarter = 0.5523

// niche is a door with a round top of radius r around x = 16.
func (c *canvas) niche(with color.Color, top, r float32) {
	c.fill(with, func(move, line func(x, y float32), curve func(x1, y1, x2, y2, x, y float32)) {
		move(16-r, 30)
		line(16-r, top)
		curve(16-r, top-r*quarter, 16-r*quarter, top-r, 16, top-r)
		curve(16+r*quarter, top-r, 16+r, top-r*quarter, 16+r, top)
		line(16+r, 30)
	})
}

func (c *canvas) polygon(with color.Color, points ...[2]float32) {
	c.fill(with, func(move, line func(x, y float32), _ func(x1, y1, x2, y2, x, y float32)) {
		move(points[0][0], points[0][1])
		for _, p := range points[1:] {
			line(p[0], p[1])
		}
	})
}

func arch(c *canvas) {
	c.niche(night, 15, 11)
	c.niche(glow, 16, 5)
}

func sheet(c *canvas) {
	c.polygon(grey, [2]float32{6, 2}, [2]float32{19.5, 2}, [2]float32{26, 8.5}, [2]float32{26, 30}, [2]float32{6, 30})
	c.polygon(color.White, [2]float32{8, 4}, [2]float32{18.6, 4}, [2]float32{24, 9.4}, [2]float32{24, 28}, [2]float32{8, 28})
	for _, y := range []float32{13, 18, 23} {
		right := float32(21)
		if y == 23 {
			right = 17
		}
		c.polygon(grey, [2]float32{11, y}, [2]float32{right, y}, [2]float32{right, y + 2}, [2]float32{11, y + 2})
	}
}

// icon answers an icon, if that is what name is; it may be another picture one day.
func icon(w http.ResponseWriter, name string) bool {
	all, err := icons()
	picture, known := all[name]
	if err != nil || !known {
		return false
	}
	w.Header().Set("Cache-Control", "public, max-age=86400")
	w.Header().Set("Content-Type", "image/png")
	_, _ = w.Write(picture)
	return true
}
