#!/usr/bin/env bash
# Installs the browser and fonts that the page's browser tests and pictures need (Debian, Ubuntu). Without it those
# tests say that they are skipped.
set -euo pipefail
apt-get update -qq
apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk
chromium --version
