// The script of a module's page with exercises or videos: the Player and theirs in one file, since each file is a request.
import './blocks-island';
import './player-island';
