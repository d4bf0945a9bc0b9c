import { memoryRulesRegister } from '../../../functions/adapters/memory/memory-rules-register.ts';
import { rulesRegisterContract } from '../../contract/rules-register.contract.ts';

rulesRegisterContract('the register of rules in memory', async () => memoryRulesRegister());
