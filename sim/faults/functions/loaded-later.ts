// What functions load when it is first needed, loaded beforehand: files come from the machine, in its own time, and a world
// must be the same whichever instance needs one first.
import '../../../functions/handlers/wiring/compile-kept.ts';
import '../../../functions/http/contracts/matter-contracts.ts';
import '../../../functions/http/contracts/meeting-contracts.ts';
import '../../../functions/http/contracts/patrol-contracts.ts';
import '../../../functions/http/contracts/topic-contracts.ts';
import '../../../functions/http/contracts/undertaking-contracts.ts';
import '../../../functions/http/contracts/warning-contracts.ts';
import '../../../functions/http/problem.ts';
import '../../../functions/http/runs/matter-runs.ts';
import '../../../functions/http/runs/meeting-runs.ts';
import '../../../functions/http/runs/patrol-runs.ts';
import '../../../functions/http/runs/topic-runs.ts';
import '../../../functions/http/runs/undertaking-runs.ts';
import '../../../functions/http/runs/warning-runs.ts';
import '../../../functions/usecases/early/patrols/link-round.ts';
import '../../../functions/usecases/early/undertakings/wake-undertaking.ts';
