#!/bin/sh
# Makes every PNG under icons/ from its SVG. Needs rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")/../../icons"

draw() { # SVG SIZE PNG
    rsvg-convert --width "$2" --height "$2" "$1" --output "$3"
}

draw astray.svg 32 32x32.png
draw astray.svg 128 128x128.png
draw astray.svg 256 128x128@2x.png
draw astray.svg 512 icon.png

# 64 px: halves and quarters fall on the 32 and 16 px of a panel, and a 2x screen has enough.
for state in watching needs-you cannot-watch paused; do
    draw "tray/$state.svg" 64 "tray/$state.png"
done
