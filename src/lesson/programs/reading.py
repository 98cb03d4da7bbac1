def read_large_file(file):
    for line in file:
        yield line.rstrip("\n")

def read_whole(file):
    text = []
    while piece := file.read(65536):
        text.append(piece)
        yield piece
# --- use
from io import StringIO

for line in read_large_file(StringIO("첫째 줄\n둘째 줄\n셋째 줄\n")):
    print(line)
